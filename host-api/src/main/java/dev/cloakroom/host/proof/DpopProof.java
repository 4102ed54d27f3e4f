package dev.cloakroom.host.proof;

import java.time.Instant;

/** A proof that its sender holds a key, checked except for replay. Only {@link DpopVerifier} makes one. */
public final class DpopProof {

    private final String thumbprint;
    private final String id;
    private final Instant validUntil;

    DpopProof(String thumbprint, String id, Instant validUntil) {
        this.thumbprint = thumbprint;
        this.id = id;
        this.validUntil = validUntil;
    }

    /** The key's SHA-256 thumbprint (RFC 7638) as base64url. */
    public String thumbprint() {
        return thumbprint;
    }

    /** The {@code jti}. */
    public String id() {
        return id;
    }

    /** When the proof stops to be good by itself: until then a replay must be remembered. */
    public Instant validUntil() {
        return validUntil;
    }
}
