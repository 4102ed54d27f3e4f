package dev.cloakroom.host.token;

/**
 * What a program gets in place of a datum: 256 random bits as base64url, without any relation to the value.
 *
 * @param value 43 characters; the host keeps its digest only
 */
public record AccessToken(String value) {
    @Override
    public String toString() {
        return "AccessToken";
    }
}
