package dev.cloakroom.host.relay;

import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.audit.AuditLedger;
import dev.cloakroom.host.identity.PairwiseSubjects;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.mail.IncomingMail;
import dev.cloakroom.host.mail.MailGateway;
import dev.cloakroom.host.mail.OutgoingMail;
import dev.cloakroom.host.mail.RelayAddress;
import dev.cloakroom.host.mail.RelayAddresses;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.redeem.StandingRedemptions;
import dev.cloakroom.host.redeem.action.SendEmail;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.ScopeCatalog;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mail to relay addresses. The host app feeds it from its mail server, which has checked that senders are who they
 * say (DMARC, RFC 7489). The developer's mail goes to the user while a grant for e-mail stands; the user's answers go
 * to the developer as new mails, without a word of where they came from; reports of mail servers become one sentence.
 */
public final class MailRelay {

    /** What the mail server answers: {@code 250}, or {@code 550} with one text. */
    public enum Answer {
        ACCEPTED,
        /** No such address, no right to write to it, not delivered: which of them is not told. */
        REFUSED,
    }

    private static final Logger LOG = LoggerFactory.getLogger(MailRelay.class);
    private static final int ID_BYTES = 16;
    private static final String REPORT_SUBJECT = "Your message was not delivered";
    private static final String REPORT = "A message that you sent to this address could not be delivered.\n";

    private final RelayAddresses addresses;
    private final DeveloperMailboxes developers;
    private final RecipientId gatewayId;
    private final MailGateway gateway;
    private final SendEmail toUsers;
    private final StandingRedemptions redemptions;
    private final PairwiseSubjects subjects;
    private final AuditLedger ledger;
    private final RandomSource random;

    /**
     * Relays through one gateway.
     *
     * @param gatewayId what the gateway is called in the registry, and by {@code toUsers}
     */
    public MailRelay(
        RelayAddresses addresses,
        DeveloperMailboxes developers,
        RecipientId gatewayId,
        MailGateway gateway,
        SendEmail toUsers,
        StandingRedemptions redemptions,
        PairwiseSubjects subjects,
        AuditLedger ledger,
        RandomSource random
    ) {
        this.addresses = addresses;
        this.developers = developers;
        this.gatewayId = gatewayId;
        this.gateway = gateway;
        this.toUsers = toUsers;
        this.redemptions = redemptions;
        this.subjects = subjects;
        this.ledger = ledger;
        this.random = random;
    }

    /**
     * Takes one mail for one address. What it says is final: the sender's server shall not try again.
     *
     * @param recipient as the envelope has it
     * @param message as RFC 5322 has it, up to 10 MB
     */
    public Answer accept(String recipient, byte[] message) {
        try {
            return addresses
                .find(recipient)
                .flatMap(to -> IncomingMail.read(message).map(mail -> relay(to, mail)))
                .orElse(Answer.REFUSED);
        } catch (RuntimeException e) {
            // its message may quote the mail
            LOG.error("a mail could not be relayed: {}", e.getClass().getName());
            return Answer.REFUSED;
        }
    }

    private Answer relay(RelayAddress to, IncomingMail mail) {
        return switch (to.role()) {
            case TO_USER -> toUser(to, mail);
            case TO_DEVELOPER -> mail.automatic() || mail.report() ? Answer.ACCEPTED : toDeveloper(to, mail);
            case REPORTS -> mail.report() ? report(to) : Answer.ACCEPTED;
        };
    }

    private Answer toUser(RelayAddress to, IncomingMail mail) {
        return developer(to)
            .filter(address -> address.equalsIgnoreCase(mail.from()))
            .flatMap(_ -> toUsers.forwarding(gatewayId, mail.subject(), mail.text()))
            .map(action ->
                redemptions.redeem(
                    to.owner().program(),
                    to.owner().user(),
                    ScopeCatalog.EMAIL,
                    toUsers.name(),
                    gatewayId,
                    action
                )
            )
            .map(MailRelay::answer)
            .orElse(Answer.REFUSED);
    }

    /** An unknown end counts as accepted: a server that hears otherwise sends the mail again. */
    private static Answer answer(RedemptionOutcome outcome) {
        return outcome instanceof RedemptionOutcome.Completed(var receipt) &&
            receipt.result() != RedemptionResult.FAILED
            ? Answer.ACCEPTED
            : Answer.REFUSED;
    }

    private Answer toDeveloper(RelayAddress to, IncomingMail mail) {
        var clean = mail.withoutPeople(addresses.known(to, developer(to)));
        return send(to, AuditEvent.MailRelayed.What.ANSWER, clean.subject(), clean.text(), false);
    }

    private Answer report(RelayAddress to) {
        return send(to, AuditEvent.MailRelayed.What.REPORT, REPORT_SUBJECT, REPORT, true);
    }

    private Answer send(
        RelayAddress to,
        AuditEvent.MailRelayed.What what,
        String subject,
        String text,
        boolean automatic
    ) {
        var from = addresses.of(to.owner().program(), to.owner().user(), RelayAddress.Role.TO_USER);
        return developer(to)
            .map(address ->
                new OutgoingMail(random.text(ID_BYTES), "", from, addresses.nobody(), address, subject, text, automatic)
            )
            .map(mail -> recorded(to, what, mail))
            .map(result -> result == RedemptionResult.FAILED ? Answer.REFUSED : Answer.ACCEPTED)
            .orElse(Answer.REFUSED);
    }

    private RedemptionResult recorded(RelayAddress to, AuditEvent.MailRelayed.What what, OutgoingMail mail) {
        var subject = subjects.of(to.owner().program(), to.owner().user());
        ledger.append(new AuditEvent.MailRelayed(to.owner().program(), subject, what));
        return gateway.send(mail);
    }

    private Optional<String> developer(RelayAddress to) {
        return developers.find(to.owner().program());
    }
}
