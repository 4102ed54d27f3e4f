package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.ProgramRegistry;
import dev.cloakroom.host.mail.MailGateway;
import dev.cloakroom.host.mail.OutgoingMail;
import dev.cloakroom.host.mail.RelayAddress;
import dev.cloakroom.host.mail.RelayAddresses;
import dev.cloakroom.host.redeem.Errand;
import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.scope.RecipientId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code send-email}: a mail from a template of the host to the user's address. It comes from a relay address of the
 * program and user, and reports go to another one, so that the developer never sees whom it went to.
 */
public final class SendEmail implements RedemptionAction {

    private final Map<RecipientId, MailGateway> gateways;
    private final Templates<EmailTemplate> templates;
    private final RelayAddresses addresses;
    private final ProgramRegistry programs;

    /**
     * Sends these templates by these gateways.
     *
     * @param gateways by the recipient that each one is
     * @throws IllegalStateException when two templates have one id
     */
    public SendEmail(
        Map<RecipientId, MailGateway> gateways,
        List<EmailTemplate> templates,
        RelayAddresses addresses,
        ProgramRegistry programs
    ) {
        this.gateways = Map.copyOf(gateways);
        this.templates = new Templates<>(templates);
        this.addresses = addresses;
        this.programs = programs;
    }

    @Override
    public String name() {
        return "send-email";
    }

    @Override
    public Preparation prepare(RecipientId recipient, Map<String, String> parameters) {
        return gateway(recipient)
            .map(gateway -> templates.prepare(parameters, (template, values) -> filled(gateway, template, values)))
            .orElseGet(() -> new Preparation.Unfit(RefusalReason.UNKNOWN_RECIPIENT));
    }

    private PreparedAction filled(MailGateway gateway, EmailTemplate template, Map<String, String> values) {
        return sending(gateway, Places.fill(template.subject(), values), Places.fill(template.text(), values));
    }

    /** The same way for a mail that the developer wrote; empty when the recipient is no gateway. */
    public Optional<PreparedAction> forwarding(RecipientId recipient, String subject, String text) {
        return gateway(recipient).map(gateway -> sending(gateway, subject, text));
    }

    private Optional<MailGateway> gateway(RecipientId recipient) {
        return Optional.ofNullable(gateways.get(recipient));
    }

    private PreparedAction sending(MailGateway gateway, String subject, String text) {
        return (address, errand) -> gateway.send(mail(errand, address.reveal(), subject, text));
    }

    private OutgoingMail mail(Errand errand, String to, String subject, String text) {
        var from = addresses.of(errand.program(), errand.user(), RelayAddress.Role.TO_DEVELOPER);
        var reports = addresses.of(errand.program(), errand.user(), RelayAddress.Role.REPORTS);
        var name = programs.find(errand.program()).map(ProgramRegistration::verifiedName).orElse("");
        return new OutgoingMail(errand.id(), name, from, reports, to, subject, text, false);
    }
}
