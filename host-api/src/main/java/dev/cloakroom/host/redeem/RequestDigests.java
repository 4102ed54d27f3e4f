package dev.cloakroom.host.redeem;

import dev.cloakroom.host.keys.KeyRing;
import dev.cloakroom.host.keys.SecretKind;
import java.util.TreeMap;

/** Keyed digests of what a back end sent: enough to know it again, useless to read it back. */
final class RequestDigests {

    private final KeyRing keys;

    RequestDigests(KeyRing keys) {
        this.keys = keys;
    }

    String ofKey(String idempotencyKey) {
        return keys.digest(SecretKind.IDEMPOTENCY_KEY, idempotencyKey);
    }

    String of(RedemptionRequest request) {
        var parts = new StringBuilder();
        append(parts, request.token());
        append(parts, request.action());
        append(parts, request.recipient().value());
        new TreeMap<>(request.parameters()).forEach((name, value) -> {
            append(parts, name);
            append(parts, value);
        });
        return keys.digest(SecretKind.REDEMPTION_REQUEST, parts.toString());
    }

    /** Lengths keep the parts apart whatever they contain. */
    private static void append(StringBuilder parts, String part) {
        parts.append(part.length()).append(':').append(part);
    }
}
