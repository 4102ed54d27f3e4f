package dev.cloakroom.host.proof;

/** What is wrong with a DPoP proof. It depends on what was sent alone, so its sender may know. */
public enum ProofFault {
    MALFORMED(
        "the proof must be one JWT of type `dpop+jwt`, signed with ES256, EdDSA or PS256, and at most 4096 characters"
    ),
    KEY("the proof's header must have a public `jwk` that suits its `alg`, and no private part"),
    SIGNATURE("the proof is not signed with the key in its header"),
    TARGET("the proof's `htm` and `htu` must be the method and the address of this request"),
    TIME("the proof's `iat` must be within a minute of the host's clock"),
    ID("the proof's `jti` must be 8 to 128 visible characters"),
    TOKEN("the proof's `ath` must be the SHA-256 of the access token as base64url"),
    REPLAYED("the proof was used before: make one for each request");

    private final String fix;

    ProofFault(String fix) {
        this.fix = fix;
    }

    /** A fixed sentence that tells the fix. */
    public String fix() {
        return fix;
    }
}
