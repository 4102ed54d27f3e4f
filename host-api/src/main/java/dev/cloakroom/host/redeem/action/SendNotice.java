package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.ProgramRegistry;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.redeem.Errand;
import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.vault.PersonalValue;
import java.util.List;
import java.util.Map;

/**
 * {@code send-notice}: one notice to the user's inbox. The parameter {@code template} names the kind that the user
 * agreed to, which the token is bound to; the others fill its lines.
 */
public final class SendNotice implements RedemptionAction {

    private final Map<RecipientId, Inbox> inboxes;
    private final Templates<NoticeTemplate> templates;
    private final ProgramRegistry programs;

    /**
     * Sends these kinds of notice.
     *
     * @param inboxes by the recipient that each one is
     * @throws IllegalStateException when two templates have one id
     */
    public SendNotice(Map<RecipientId, Inbox> inboxes, List<NoticeTemplate> templates, ProgramRegistry programs) {
        this.inboxes = Map.copyOf(inboxes);
        this.templates = new Templates<>(templates);
        this.programs = programs;
    }

    @Override
    public String name() {
        return "send-notice";
    }

    @Override
    public Preparation prepare(RecipientId recipient, Map<String, String> parameters) {
        var inbox = inboxes.get(recipient);
        return inbox == null
            ? new Preparation.Unfit(RefusalReason.UNKNOWN_RECIPIENT)
            : templates.prepare(
                  parameters,
                  (template, values) -> (user, errand) -> put(inbox, template, values, user, errand)
              );
    }

    /** The caveat has compared the parameter; this stops a token that was bound to no kind at all. */
    private RedemptionResult put(
        Inbox inbox,
        NoticeTemplate template,
        Map<String, String> values,
        PersonalValue user,
        Errand errand
    ) {
        if (!template.id().equals(errand.binding().get(Template.PARAMETER))) {
            return RedemptionResult.FAILED;
        }
        var sender = programs.find(errand.program()).map(ProgramRegistration::verifiedName).orElse("");
        return inbox.put(new UserId(user.reveal()), template.fill(sender, values), errand.id());
    }
}
