package dev.cloakroom.host.identity;

/**
 * What a developer's back end authenticates with. The secret is shown once; the host keeps its digest.
 *
 * @param secret 256 random bits as base64url
 */
public record ProgramCredentials(ProgramId id, String secret) {
    @Override
    public String toString() {
        return "ProgramCredentials[" + id.value() + "]";
    }
}
