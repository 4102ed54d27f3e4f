package dev.cloakroom.host.crash;

import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.consent.ConsentPrompter;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.DeveloperId;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.keys.KeyRing;
import dev.cloakroom.host.keys.SecretKind;
import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.redeem.RedemptionRequest;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.redeem.action.SendSms;
import dev.cloakroom.host.redeem.action.SmsTemplate;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.request.RequestContext;
import dev.cloakroom.host.scope.Recipient;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.storage.Storage;
import dev.cloakroom.host.vault.Field;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A host with one program, as a list of verbs: the only class here that knows the broker's types. Its clock stands
 * still, so that no token expires by itself. Users have numbers; each has a phone of its own.
 */
final class Site implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);
    private static final RecipientId GATEWAY = new RecipientId("sms-gateway");
    private static final ProgramRegistration PROGRAM = new ProgramRegistration(
        new ProgramId("food-order"),
        new DeveloperId("acme"),
        "Food Order"
    );
    private static final Clock STANDING = Clock.fixed(Instant.parse("2026-11-01T08:00:00Z"), ZoneOffset.UTC);

    private final Storage storage;
    private final KeyRing keys;
    private final HostApi host;
    private final AuthenticatedProgram program;

    Site(Path directory, Storage storage, Failpoints failpoints, Effects effects) {
        this.storage = failpoints.around(storage);
        this.keys = FileKeyRing.open(directory);
        this.host = HostApi.over(this.storage, keys, failpoints.around("prompter", ConsentPrompter.class, answers()))
            .recipients(recipients())
            .actions(List.of(failpoints.around(sms(effects))))
            .clock(STANDING)
            .mostPrompts(Integer.MAX_VALUE)
            .build();
        this.program = host
            .programs()
            .authenticate(PROGRAM.id(), host.programs().register(PROGRAM).secret())
            .orElseThrow();
    }

    /** Users with an even number allow until revoked, the others once. */
    private static ConsentPrompter answers() {
        return prompt ->
            Integer.parseInt(prompt.user().value().substring(1)) % 2 == 0 ? ConsentAnswer.ALLOW : ConsentAnswer.ONCE;
    }

    private static RecipientRegistry recipients() {
        return RecipientRegistry.of(List.of(new Recipient(GATEWAY, "SMS Gateway", Set.of(ScopeCatalog.PHONE_NUMBER))));
    }

    private static RedemptionAction sms(Effects effects) {
        var ready = new SmsTemplate("ready", "Your dish is ready", Map.of());
        return new SendSms(
            Map.of(GATEWAY, (phone, _, id) -> {
                effects.happened(id, phone);
                return RedemptionResult.SENT;
            }),
            List.of(ready)
        );
    }

    static String phone(String user) {
        return String.format(Locale.ROOT, "+86138%08d", Integer.parseInt(user.substring(1)));
    }

    /** Does what a line says, such as {@code mint u1}, and answers with a line, such as {@code token X}. */
    String run(String verb, String matter, String key) {
        return switch (verb) {
            case "mint" -> mint(matter);
            case "redeem" -> redeem(matter, key);
            case "revoke" -> "count " + host.grants().revokeAll(new UserId(matter));
            case "uninstall" -> {
                host.broker().uninstall(PROGRAM.id(), new UserId(matter));
                yield "ok";
            }
            case "login" -> "code " + host.logins().issue(PROGRAM.id(), new UserId(matter));
            case "exchange" -> exchange(matter);
            case "put" -> host.vault().ownerView(new UserId(matter)).put(Field.PHONE, phone(matter)).toString();
            case "erase" -> {
                host.vault().ownerView(new UserId(matter)).eraseAll();
                yield "ok";
            }
            default -> throw new IllegalArgumentException("unknown verb `" + verb + "`");
        };
    }

    /** The same, with a failure of the host as an answer. */
    String answer(String verb, String matter, String key) {
        try {
            return run(verb, matter, key);
        } catch (RuntimeException e) {
            LOG.error("cannot {}", verb, e);
            return "error " + e.getClass().getSimpleName();
        }
    }

    private String mint(String user) {
        var tapped = new RequestContext(true, true, true);
        var purpose = "tell you when your dish is ready";
        var request = new AccessRequest(
            PROGRAM,
            new UserId(user),
            ScopeCatalog.PHONE_NUMBER,
            purpose,
            Set.of(GATEWAY),
            tapped
        );
        return switch (host.broker().request(request)) {
            case Disclosure.Granted granted -> "token " + granted.code();
            case Disclosure.Refused(var reason) -> "refused " + reason;
        };
    }

    private String redeem(String token, String key) {
        var idempotency = key.equals("-") ? Optional.<String>empty() : Optional.of(key);
        var request = new RedemptionRequest(token, "send-sms", GATEWAY, Map.of("template", "ready"), idempotency);
        return switch (host.redeemer().redeem(program, request)) {
            case RedemptionOutcome.Completed(var receipt) -> "completed " + receipt.id() + " " + receipt.result();
            case RedemptionOutcome.Refused(var reason) -> "refused " + reason;
        };
    }

    private String exchange(String code) {
        return host
            .logins()
            .exchange(program, code)
            .map(PairwiseSubject::value)
            .map("subject "::concat)
            .orElse("empty");
    }

    boolean hasPhone(String user) {
        return host.vault().ownerView(new UserId(user)).read(Field.PHONE).isPresent();
    }

    /** What a store has in the token's place. */
    String digest(String token) {
        return keys.digest(SecretKind.ACCESS_TOKEN, token);
    }

    /** The ledger's entries as JSON, and whether its own check finds nothing. */
    List<String> ledger() {
        return host
            .ledger()
            .entries()
            .stream()
            .map(entry -> entry.json())
            .toList();
    }

    boolean ledgerIsIntact() {
        return host.ledger().verify().damage().isEmpty();
    }

    @Override
    public void close() {
        storage.close();
    }
}
