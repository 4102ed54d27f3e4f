package dev.cloakroom.host.keys;

/** What a secret is for. Equal texts of different kinds have unrelated digests. */
public enum SecretKind {
    PROGRAM_SECRET,
    LOGIN_CODE,
    ACCESS_TOKEN,
    IDEMPOTENCY_KEY,
    REDEMPTION_REQUEST,
    PROGRAM_TOKEN,
    PROOF_ID,
}
