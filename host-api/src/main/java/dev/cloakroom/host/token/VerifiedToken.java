package dev.cloakroom.host.token;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;
import java.util.Map;

/** A token of which one use was spent for one action. Only {@link TokenVerifier} makes one, and it opens the vault. */
public final class VerifiedToken {

    private final TokenRecord kept;

    VerifiedToken(TokenRecord kept) {
        this.kept = kept;
    }

    public UserId user() {
        return kept.grant().user();
    }

    public Scope scope() {
        return kept.grant().scope();
    }

    /** What it is bound to, such as {@code order} and its id. */
    public Map<String, String> binding() {
        return kept.grant().parameters();
    }

    /** Which of the user's values it stands for: its label in the user's own view. */
    public String label() {
        return kept.grant().label();
    }
}
