package dev.cloakroom.host;

import static dev.cloakroom.host.ActionHost.PARTNER;
import static dev.cloakroom.host.ActionHost.refused;
import static dev.cloakroom.host.HostFixture.FOOD;
import static dev.cloakroom.host.HostFixture.OTHER;
import static dev.cloakroom.host.HostFixture.USER;
import static dev.cloakroom.host.RelayMails.ADDRESS;
import static dev.cloakroom.host.RelayMails.DEVELOPER;
import static dev.cloakroom.host.RelayMails.HOME;
import static dev.cloakroom.host.RelayMails.NAME;
import static dev.cloakroom.host.RelayMails.PLANTED;
import static dev.cloakroom.host.RelayMails.deep;
import static dev.cloakroom.host.RelayMails.fromDeveloper;
import static dev.cloakroom.host.RelayMails.fromUser;
import static dev.cloakroom.host.RelayMails.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cloakroom.host.alias.Aliases;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.ProgramRegistry;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.mail.MailGateway;
import dev.cloakroom.host.mail.RelayAddress.Role;
import dev.cloakroom.host.mail.RelayAddresses;
import dev.cloakroom.host.mail.SmtpGateway;
import dev.cloakroom.host.mail.SmtpSettings;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.redeem.action.EmailTemplate;
import dev.cloakroom.host.redeem.action.ParameterRule;
import dev.cloakroom.host.redeem.action.SendEmail;
import dev.cloakroom.host.relay.DeveloperMailboxes;
import dev.cloakroom.host.relay.MailRelay;
import dev.cloakroom.host.relay.MailRelay.Answer;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.vault.Field;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user, a developer and a relay between them, over a real mail server. */
class MailRelayTest {

    private static final String DOMAIN = "relay.example";
    private static final Map<String, String> READY = Map.of("template", "ready", "dish", "soup");

    @TempDir
    Path directory;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private ActionHost host;
    private RelayAddresses addresses;
    private MailRelay relay;

    @BeforeEach
    void open() {
        server.start();
        host = new ActionHost(directory, parts -> List.of(sendEmail(parts.programs(), parts.aliases())));
        addresses = new RelayAddresses(DOMAIN, host.host.aliases());
        host.put(Field.EMAIL, ADDRESS);
        host.host.programs().register(FOOD);
        host.host.programs().register(OTHER);
        relay = relay(program -> program.equals(FOOD.id()) ? Optional.of(DEVELOPER) : Optional.empty());
    }

    private SendEmail sendEmail(ProgramRegistry programs, Aliases aliases) {
        var rules = Map.of("dish", ParameterRule.text(20));
        var ready = new EmailTemplate("ready", "Your {dish}", "Your {dish} is ready.\n", rules);
        var gateways = Map.<RecipientId, MailGateway>of(PARTNER, smtp(server.getSmtp().getPort()));
        return new SendEmail(gateways, List.of(ready), new RelayAddresses(DOMAIN, aliases), programs);
    }

    private static SmtpGateway smtp(int port) {
        var settings = new SmtpSettings("127.0.0.1", port, false, Optional.empty(), Duration.ofSeconds(10));
        return new SmtpGateway(settings, new MovableClock());
    }

    private MailRelay relay(DeveloperMailboxes developers) {
        return new MailRelay(
            addresses,
            developers,
            PARTNER,
            smtp(server.getSmtp().getPort()),
            sendEmail(host.host.programs(), host.host.aliases()),
            host.host.standingRedemptions(),
            host.host.subjects(),
            host.host.ledger(),
            RandomSource.of(new SecureRandom())
        );
    }

    @AfterEach
    void close() {
        host.close();
        server.stop();
    }

    @Test
    void sendEmail_reachesTheUserFromARelayAddress() throws Exception {
        assertThat(host.result(ScopeCatalog.EMAIL, "send-email", READY)).isEqualTo(RedemptionResult.SENT);
        var mail = only(ADDRESS);
        assertThat(mail.getSubject()).isEqualTo("Your soup");
        assertThat(mail.getFrom()[0].toString()).isEqualTo("Food Order <" + address(Role.TO_DEVELOPER) + ">");
        assertThat(mail.getHeader("Return-Path", null)).isIn("<" + address(Role.REPORTS) + ">", null);
        assertThat(mail.getHeader("Message-ID", null)).endsWith("@" + DOMAIN + ">");
        assertThat(raw(mail)).doesNotContain(System.getProperty("user.name") + "@");
    }

    @Test
    void sendEmail_isDoneOnceAndForItsProgramOnly() {
        var token = host.token(ScopeCatalog.EMAIL);
        assertThat(host.redeem(OTHER, token, "send-email", READY)).isEqualTo(refused(RefusalReason.INVALID_TOKEN));
        host.redeem(FOOD, token, "send-email", READY);
        assertThat(host.redeem(FOOD, token, "send-email", READY)).isEqualTo(refused(RefusalReason.INVALID_TOKEN));
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "soup\r\nBcc: me@evil.example", "soup\nX: y", "soup\u2028Bcc", "soup\r" })
    void sendEmail_takesNoParameterThatCouldEndAHeader(String dish) {
        var outcome = host.redeem(
            FOOD,
            host.token(ScopeCatalog.EMAIL),
            "send-email",
            Map.of("template", "ready", "dish", dish)
        );
        assertThat(outcome).isEqualTo(refused(RefusalReason.PARAMETER_NOT_ALLOWED));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void developersMail_reachesTheUserWhileTheGrantStands() throws Exception {
        stand();
        assertThat(accept(address(Role.TO_USER), fromDeveloper())).isEqualTo(Answer.ACCEPTED);
        var mail = only(ADDRESS);
        assertThat(mail.getSubject()).isEqualTo("About your order Bcc: me@evil.example");
        assertThat(mail.getFrom()[0].toString()).contains(address(Role.TO_DEVELOPER));
        assertThat(raw(mail)).contains("Is 7 pm all right?").doesNotContain(DEVELOPER, "tracker.example");
        assertThat(raw(mail)).doesNotContainIgnoringCase("\nBcc:").doesNotContainIgnoringCase("Disposition-Notif");
        assertThat(host.ledger()).anyMatch(entry -> entry.contains("redemption-completed") && entry.contains("SENT"));

        host.host.grants().revoke(USER, FOOD.id(), ScopeCatalog.EMAIL);
        assertThat(accept(address(Role.TO_USER), fromDeveloper())).isEqualTo(Answer.REFUSED);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void developersMail_isRefusedWithOneAnswer() {
        assertThat(accept(address(Role.TO_USER), fromDeveloper()))
            .as("no grant")
            .isEqualTo(Answer.REFUSED);
        host.token(ScopeCatalog.EMAIL);
        assertThat(accept(address(Role.TO_USER), fromDeveloper()))
            .as("only for once")
            .isEqualTo(Answer.REFUSED);
        stand();
        assertThat(accept(addresses.nobody(), report(address(Role.REPORTS))))
            .as("no report about reports")
            .isEqualTo(Answer.REFUSED);
        assertThat(accept("unobody@" + DOMAIN, fromDeveloper()))
            .as("no such address")
            .isEqualTo(Answer.REFUSED);
        assertThat(accept(address(Role.TO_USER) + ".evil.example", fromDeveloper())).isEqualTo(Answer.REFUSED);
        var foreign = fromDeveloper().replace(DEVELOPER, "other@food.example");
        assertThat(accept(address(Role.TO_USER), foreign))
            .as("another sender")
            .isEqualTo(Answer.REFUSED);
        var two = fromDeveloper().replace("From: ", "From: me@evil.example, ");
        assertThat(accept(address(Role.TO_USER), two))
            .as("two senders")
            .isEqualTo(Answer.REFUSED);
        host.host.vault().ownerView(USER).erase(Field.EMAIL);
        assertThat(accept(address(Role.TO_USER), fromDeveloper()))
            .as("no datum")
            .isEqualTo(Answer.REFUSED);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void developersMail_toAnotherProgramsAddressIsRefused() {
        stand();
        var foreign = addresses.of(OTHER.id(), USER, Role.TO_USER);
        assertThat(accept(foreign, fromDeveloper())).isEqualTo(Answer.REFUSED);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void usersAnswer_reachesTheDeveloperWithoutTheUser() throws Exception {
        host.result(ScopeCatalog.EMAIL, "send-email", READY);
        assertThat(accept(address(Role.TO_DEVELOPER), fromUser(address(Role.TO_DEVELOPER)))).isEqualTo(Answer.ACCEPTED);
        var got = everything(DEVELOPER);
        assertThat(got)
            .contains("Yes, at 7. Thank you!", "From: " + address(Role.TO_USER))
            .contains("On Monday", address(Role.TO_DEVELOPER));
        assertThat(PLANTED).allSatisfy(value -> assertThat(PlantedForms.in(got, value)).as(value).isEmpty());
        assertThat(headers(DEVELOPER)).isSubsetOf(
            List.of(
                "Return-Path",
                "Received",
                "Date",
                "From",
                "To",
                "Message-ID",
                "Subject",
                "MIME-Version",
                "Content-Type",
                "Content-Transfer-Encoding"
            )
        );
        assertThat(host.ledger().getLast()).contains("mail-relayed", "ANSWER");
        assertThat(PLANTED).allSatisfy(value -> assertThat(PlantedForms.in(host.written(), value)).isEmpty());
    }

    @Test
    void search_findsTheUserInTheAnswerAsItCameIn() {
        assertThat(PlantedForms.of(ADDRESS)).hasSizeGreaterThanOrEqualTo(12);
        assertThat(PLANTED).allSatisfy(value ->
            assertThat(PlantedForms.in(fromUser(address(Role.TO_DEVELOPER)), value))
                .as(value)
                .isNotEmpty()
        );
    }

    @Test
    void usersAnswer_inHtmlAloneIsReadAsText() throws Exception {
        var html = """
        From: %s <%s>
        Subject: hi
        Content-Type: text/html; charset=utf-8

        <p>Fine.</p><blockquote>On Monday, <b>%s</b> &lt;<a href="mailto:%s">%s</a>&gt; wrote:</blockquote>
        <img src="https://%s/p.png">""".formatted(NAME, ADDRESS, NAME, ADDRESS, ADDRESS, HOME);
        assertThat(accept(address(Role.TO_DEVELOPER), html)).isEqualTo(Answer.ACCEPTED);
        var got = everything(DEVELOPER);
        assertThat(got).contains("Fine.", "On Monday");
        assertThat(PLANTED).allSatisfy(value -> assertThat(PlantedForms.in(got, value)).as(value).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = { "Auto-Submitted: auto-replied", "Precedence: bulk" })
    void machinesAnswer_goesNowhere(String header) {
        var vacation = header + "\n" + fromUser(address(Role.TO_DEVELOPER));
        assertThat(accept(address(Role.TO_DEVELOPER), vacation)).isEqualTo(Answer.ACCEPTED);
        assertThat(accept(address(Role.REPORTS), vacation)).isEqualTo(Answer.ACCEPTED);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void report_becomesOneSentence() throws Exception {
        assertThat(accept(address(Role.REPORTS), report(address(Role.REPORTS)))).isEqualTo(Answer.ACCEPTED);
        var got = everything(DEVELOPER);
        assertThat(got).contains("could not be delivered", "Auto-Submitted: auto-generated");
        assertThat(PLANTED).allSatisfy(value -> assertThat(PlantedForms.in(got, value)).as(value).isEmpty());
        assertThat(PlantedForms.in(report(address(Role.REPORTS)), ADDRESS)).isNotEmpty();
        assertThat(host.ledger().getLast()).contains("mail-relayed", "REPORT");
    }

    @Test
    void uninstall_endsTheAddresses() {
        stand();
        var former = address(Role.TO_USER);
        var formerAnswers = address(Role.TO_DEVELOPER);
        host.host.broker().uninstall(FOOD.id(), USER);
        assertThat(accept(former, fromDeveloper())).isEqualTo(Answer.REFUSED);
        assertThat(accept(formerAnswers, fromUser(address(Role.TO_DEVELOPER)))).isEqualTo(Answer.REFUSED);
    }

    @Test
    void hostileMails_areRefusedAndNotLogged() {
        stand();
        try (var log = new CapturedLog()) {
            for (var mail : List.of("", "\0\0", "From: " + ADDRESS + "\n" + deep(30), "From: <" + ADDRESS + "\n\n")) {
                assertThat(accept(address(Role.TO_USER), mail)).isEqualTo(Answer.REFUSED);
            }
            assertThat(relay.accept(address(Role.TO_USER), new byte[11 << 20])).isEqualTo(Answer.REFUSED);
            assertThat(PlantedForms.in(log.text(), ADDRESS)).isEmpty();
        }
    }

    private void stand() {
        host.prompter.answer(ConsentAnswer.ALLOW);
        host.host.broker().request(host.request(FOOD, ScopeCatalog.EMAIL));
    }

    private String address(Role role) {
        return addresses.of(FOOD.id(), USER, role);
    }

    private Answer accept(String recipient, String mail) {
        return relay.accept(recipient, mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private MimeMessage only(String recipient) {
        return server.getReceivedMessagesForDomain(recipient)[0];
    }

    /** Every byte that somebody has in their mailbox, and every text in it decoded. */
    private String everything(String recipient) throws Exception {
        var all = new StringBuilder();
        for (var mail : server.getReceivedMessagesForDomain(recipient)) {
            all.append(raw(mail)).append(mail.getSubject()).append(mail.getContent());
        }
        return all.toString();
    }

    private List<String> headers(String recipient) throws MessagingException {
        var names = new ArrayList<String>();
        only(recipient)
            .getAllHeaders()
            .asIterator()
            .forEachRemaining(header -> names.add(header.getName()));
        return names;
    }

    private static String raw(MimeMessage mail) {
        return GreenMailUtil.getWholeMessage(mail);
    }
}
