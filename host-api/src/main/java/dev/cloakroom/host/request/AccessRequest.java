package dev.cloakroom.host.request;

import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.Scope;
import java.util.Set;

/**
 * A program asks for something of a user.
 *
 * @param purpose the manifest's reason: text of the program's developer, see {@link GuestText}; kept in visible form
 * @param recipients who shall receive the value when the token is redeemed
 */
public record AccessRequest(
    ProgramRegistration program,
    UserId user,
    Scope scope,
    String purpose,
    Set<RecipientId> recipients,
    RequestContext context
) {
    private static final int MAX_PURPOSE = 200;

    public AccessRequest {
        purpose = GuestText.visible(purpose, MAX_PURPOSE);
        recipients = Set.copyOf(recipients);
    }

    /** The same request for one of its recipients. */
    public AccessRequest onlyFor(RecipientId recipient) {
        return new AccessRequest(program, user, scope, purpose, Set.of(recipient), context);
    }
}
