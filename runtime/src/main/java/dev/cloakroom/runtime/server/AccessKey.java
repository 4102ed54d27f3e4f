package dev.cloakroom.runtime.server;

import dev.cloakroom.host.keys.RandomSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the simulator: the browser that came first with the key that was printed. The key works once and
 * is exchanged for a pass, which that browser keeps in a cookie.
 */
final class AccessKey {

    private static final int BYTES = 32;

    private final RandomSource random;
    private final AtomicReference<@Nullable String> key = new AtomicReference<>();
    private final String pass;

    AccessKey(RandomSource random) {
        this.random = random;
        this.pass = random.text(BYTES);
    }

    /** A new key; one from before that was not used is void. */
    String issue() {
        String fresh = random.text(BYTES);
        key.set(fresh);
        return fresh;
    }

    /** The pass, for the key that was issued last; once. */
    Optional<String> exchange(String given) {
        String wanted = key.get();
        boolean good = wanted != null && same(given, wanted) && key.compareAndSet(wanted, null);
        return good ? Optional.of(pass) : Optional.empty();
    }

    /** Whether that is the pass. */
    boolean admits(@Nullable String given) {
        return given != null && same(given, pass);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
