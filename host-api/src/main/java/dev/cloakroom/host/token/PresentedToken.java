package dev.cloakroom.host.token;

import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.Use;
import java.time.Instant;
import java.util.Map;

/** A token that was alive when somebody showed it. It opens nothing: see {@link TokenVerifier#spend}. */
public final class PresentedToken {

    private final TokenRecord kept;
    private final Instant at;

    PresentedToken(TokenRecord kept, Instant at) {
        this.kept = kept;
        this.at = at;
    }

    public TokenRecord kept() {
        return kept;
    }

    /** Whether every caveat of the token allows this use. */
    public boolean allows(String action, RecipientId recipient, Map<String, String> parameters) {
        var use = new Use(action, recipient, parameters, at, kept.spent());
        return kept
            .caveats()
            .stream()
            .allMatch(caveat -> caveat.allows(use));
    }
}
