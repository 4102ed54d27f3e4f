package dev.cloakroom.host.request;

import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.Scope;
import java.util.Set;

/**
 * A program asks for something of a user.
 *
 * @param purpose the manifest's reason: text of the program's developer, see {@link GuestText}; kept in visible form
 * @param recipients who shall receive the value when the token is redeemed
 * @param answers the coarse answers that the program wants at once, of those that the scope gives
 * @param binding what it is for beyond its purpose
 */
public record AccessRequest(
    ProgramRegistration program,
    UserId user,
    Scope scope,
    String purpose,
    Set<RecipientId> recipients,
    RequestContext context,
    Set<Derivation> answers,
    Binding binding
) {
    private static final int MAX_PURPOSE = 200;

    public AccessRequest {
        purpose = GuestText.visible(purpose, MAX_PURPOSE);
        recipients = Set.copyOf(recipients);
        answers = Set.copyOf(answers);
        if (!scope.derivations().containsAll(answers)) {
            throw new IllegalArgumentException("`" + scope + "` does not give these answers");
        }
    }

    /** A request for a token alone. */
    public AccessRequest(
        ProgramRegistration program,
        UserId user,
        Scope scope,
        String purpose,
        Set<RecipientId> recipients,
        RequestContext context
    ) {
        this(program, user, scope, purpose, recipients, context, Set.of(), Binding.NONE);
    }

    /** The same request for coarse answers besides. */
    public AccessRequest answering(Set<Derivation> wanted) {
        return new AccessRequest(program, user, scope, purpose, recipients, context, wanted, binding);
    }

    /** The same request, bound to more than its purpose. */
    public AccessRequest boundTo(Binding matter) {
        return new AccessRequest(program, user, scope, purpose, recipients, context, answers, matter);
    }

    /** The same request for one of its recipients. */
    public AccessRequest onlyFor(RecipientId recipient) {
        return new AccessRequest(program, user, scope, purpose, Set.of(recipient), context, answers, binding);
    }
}
