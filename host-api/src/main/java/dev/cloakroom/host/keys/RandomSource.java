package dev.cloakroom.host.keys;

import java.security.SecureRandom;
import java.util.Base64;

/** Where tokens, codes and ids come from. */
@FunctionalInterface
public interface RandomSource {
    byte[] bytes(int count);

    /** {@code bytes} random bytes as unpadded base64url. */
    default String text(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
    }

    static RandomSource of(SecureRandom random) {
        return count -> {
            var bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
    }
}
