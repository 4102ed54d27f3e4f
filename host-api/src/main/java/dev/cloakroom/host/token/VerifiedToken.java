package dev.cloakroom.host.token;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;

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

    /** Which of the user's values it stands for: its label in the user's own view. */
    public String label() {
        return kept.grant().label();
    }
}
