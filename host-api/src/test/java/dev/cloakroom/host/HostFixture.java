package dev.cloakroom.host;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.DeveloperId;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.policy.PolicySet;
import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.redeem.RedemptionRequest;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.redeem.action.ParameterRule;
import dev.cloakroom.host.redeem.action.SendSms;
import dev.cloakroom.host.redeem.action.SmsGateway;
import dev.cloakroom.host.redeem.action.SmsTemplate;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.request.RequestContext;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.scope.Recipient;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.PersonalDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A host over a directory, with one program, one user who has a phone, an SMS gateway and a second recipient. */
final class HostFixture implements AutoCloseable {

    static final String PHONE = "+8613812345678";
    static final UserId USER = new UserId("alice");
    static final RecipientId GATEWAY = new RecipientId("sms-gateway");
    static final RecipientId COURIER = new RecipientId("courier");
    /** May receive everything. */
    static final RecipientId OFFICE = new RecipientId("office");
    static final RequestContext TAPPED = new RequestContext(true, true, true);
    static final ProgramRegistration FOOD = program("food-order", "Food Order");
    static final ProgramRegistration OTHER = program("other", "Other");

    final MovableClock clock = new MovableClock();
    final ScriptedPrompter prompter = new ScriptedPrompter();
    final Queue<String> sent = new ConcurrentLinkedQueue<>();
    /** Every random text that the host made: whatever was a token or a code is among them. */
    final Queue<String> randoms = new ConcurrentLinkedQueue<>();
    final Map<UserId, Set<UserId>> friends = new ConcurrentHashMap<>();
    final WrappedStorage storage;
    final HostApi host;
    PersonalDataSource dataSource = (_, _) -> Optional.empty();
    Duration deadline = Duration.ofSeconds(30);
    SmsGateway gateway = (phone, text, _) -> {
        sent.add(phone + ": " + text);
        return RedemptionResult.SENT;
    };

    HostFixture(Path directory) {
        this(directory, PolicySet.shipped());
    }

    HostFixture(Path directory, PolicySet policy) {
        storage = new WrappedStorage(TestEngine.open(directory));
        host = HostApi.over(storage, FileKeyRing.open(directory), prompter)
            .policy(policy)
            .recipients(recipients())
            .actions(List.of(new ImpatientAction(sendSms(), () -> deadline), handOver()))
            .socialGraph(user -> friends.getOrDefault(user, Set.of()))
            .dataSource((user, field) -> dataSource.read(user, field))
            .clock(clock)
            .random(recorded(RandomSource.of(new SecureRandom())))
            .build();
        host.vault().ownerView(USER).put(Field.PHONE, PHONE);
    }

    private static ProgramRegistration program(String id, String name) {
        return new ProgramRegistration(new ProgramId(id), new DeveloperId("acme"), name);
    }

    private static RecipientRegistry recipients() {
        return RecipientRegistry.of(
            List.of(
                new Recipient(GATEWAY, "SMS Gateway", Set.of(ScopeCatalog.PHONE_NUMBER)),
                new Recipient(COURIER, "Courier", Set.of()),
                new Recipient(OFFICE, "Office", Set.copyOf(ScopeCatalog.all()))
            )
        );
    }

    private SendSms sendSms() {
        var ready = new SmsTemplate("ready", "Your {dish} is ready", Map.of("dish", ParameterRule.text(20)));
        return new SendSms(Map.of(GATEWAY, (phone, text, id) -> gateway.send(phone, text, id)), List.of(ready));
    }

    /** Writes down what the office gets. */
    private RedemptionAction handOver() {
        return new RedemptionAction() {
            @Override
            public String name() {
                return "hand-over";
            }

            @Override
            public Preparation prepare(RecipientId recipient, Map<String, String> parameters) {
                return new Preparation.Ready((value, _) -> {
                    sent.add(recipient.value() + ": " + value.reveal());
                    return RedemptionResult.SENT;
                });
            }
        };
    }

    private RandomSource recorded(RandomSource source) {
        return count -> {
            var bytes = source.bytes(count);
            randoms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            return bytes;
        };
    }

    AccessRequest request() {
        return request(FOOD, TAPPED, GATEWAY);
    }

    AccessRequest request(ProgramRegistration program, RequestContext context, RecipientId... recipients) {
        return new AccessRequest(
            program,
            USER,
            ScopeCatalog.PHONE_NUMBER,
            "tell you when your dish is ready",
            Set.of(recipients),
            context
        );
    }

    /** A request of {@link #FOOD} for what the scope gives. */
    AccessRequest request(Scope scope, Derivation... answers) {
        return new AccessRequest(FOOD, USER, scope, "because", Set.of(OFFICE), TAPPED).answering(Set.of(answers));
    }

    Disclosure.Granted granted(AccessRequest request) {
        return (Disclosure.Granted) host.broker().request(request);
    }

    RefusalReason refusal(AccessRequest request) {
        return ((Disclosure.Refused) host.broker().request(request)).reason();
    }

    Disclosure.Granted granted() {
        return (Disclosure.Granted) host.broker().request(request());
    }

    AuthenticatedProgram authenticated(ProgramRegistration program) {
        var credentials = host.programs().register(program);
        return host.programs().authenticate(program.id(), credentials.secret()).orElseThrow();
    }

    static RedemptionRequest redemption(String token) {
        return redemption(token, Map.of("template", "ready", "dish", "soup"), Optional.empty());
    }

    static RedemptionRequest redemption(String token, Map<String, String> parameters, Optional<String> key) {
        return new RedemptionRequest(token, "send-sms", GATEWAY, parameters, key);
    }

    RedemptionOutcome redeem(String token) {
        return host.redeemer().redeem(authenticated(FOOD), redemption(token));
    }

    /** Hands what the token stands for to the office. */
    RedemptionOutcome handOver(String token) {
        var request = new RedemptionRequest(token, "hand-over", OFFICE, Map.of(), Optional.empty());
        return host.redeemer().redeem(authenticated(FOOD), request);
    }

    List<String> kinds() {
        return host
            .ledger()
            .entries()
            .stream()
            .map(entry -> entry.json().replaceAll(".*\"kind\":\"([a-z-]+)\".*", "$1"))
            .toList();
    }

    @Override
    public void close() {
        storage.close();
    }
}
