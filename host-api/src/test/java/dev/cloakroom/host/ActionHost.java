package dev.cloakroom.host;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.payment.PaymentGateway;
import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.redeem.RedemptionRequest;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.request.Binding;
import dev.cloakroom.host.scope.Recipient;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import dev.cloakroom.host.vault.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A host that offers the actions of a test, all through one partner who may receive everything. */
final class ActionHost implements AutoCloseable {

    static final RecipientId PARTNER = new RecipientId("partner");

    final MovableClock clock = new MovableClock();
    final ScriptedPrompter prompter = new ScriptedPrompter();
    final WrappedStorage storage;
    final HostApi host;

    ActionHost(Path directory, Function<HostParts, List<RedemptionAction>> actions) {
        this(directory, actions, Map.of());
    }

    ActionHost(Path directory, PaymentGateway gateway) {
        this(directory, _ -> List.of(), Map.of(PARTNER, gateway));
    }

    private ActionHost(
        Path directory,
        Function<HostParts, List<RedemptionAction>> actions,
        Map<RecipientId, PaymentGateway> gateways
    ) {
        storage = new WrappedStorage(SqliteStorage.open(directory));
        host = HostApi.over(storage, FileKeyRing.open(directory), prompter)
            .recipients(RecipientRegistry.of(List.of(partner())))
            .actions(actions)
            .paymentGateways(gateways)
            .clock(clock)
            .build();
    }

    static Recipient partner() {
        return new Recipient(PARTNER, "Partner", Set.copyOf(ScopeCatalog.all()), Set.of("partner.example"), true);
    }

    void put(Field field, String value) {
        host.vault().ownerView(HostFixture.USER).put(field, value);
    }

    AccessRequest request(ProgramRegistration program, Scope scope) {
        return new AccessRequest(
            program,
            HostFixture.USER,
            scope,
            "do what was ordered",
            Set.of(PARTNER),
            HostFixture.TAPPED
        );
    }

    /** A token that the user gave the program for this once. */
    String token(Scope scope, Map<String, String> binding) {
        prompter.answer(ConsentAnswer.ONCE);
        var request = request(HostFixture.FOOD, scope).boundTo(new Binding(binding, Optional.empty()));
        return ((Disclosure.Granted) host.broker().request(request)).code();
    }

    String token(Scope scope) {
        return token(scope, Map.of());
    }

    AuthenticatedProgram authenticated(ProgramRegistration program) {
        var credentials = host.programs().register(program);
        return host.programs().authenticate(program.id(), credentials.secret()).orElseThrow();
    }

    RedemptionOutcome redeem(ProgramRegistration program, String token, String action, Map<String, String> parameters) {
        return host
            .redeemer()
            .redeem(
                authenticated(program),
                new RedemptionRequest(token, action, PARTNER, parameters, Optional.empty())
            );
    }

    RedemptionOutcome charge(AuthenticatedProgram program, String token, String order) {
        var parameters = Map.of("order", order);
        return host
            .redeemer()
            .redeem(program, new RedemptionRequest(token, "charge", PARTNER, parameters, Optional.empty()));
    }

    /** How the redemption of a new token ended. */
    RedemptionResult result(Scope scope, String action, Map<String, String> parameters) {
        return result(redeem(HostFixture.FOOD, token(scope), action, parameters));
    }

    static RedemptionResult result(RedemptionOutcome outcome) {
        return ((RedemptionOutcome.Completed) outcome).receipt().result();
    }

    static RedemptionOutcome refused(RefusalReason reason) {
        return new RedemptionOutcome.Refused(reason);
    }

    List<String> ledger() {
        return host
            .ledger()
            .entries()
            .stream()
            .map(entry -> entry.json())
            .toList();
    }

    /** Everything that is written down, for a search. */
    String written() {
        return Stream.concat(ledger().stream(), Stream.of("")).reduce("", String::concat);
    }

    @Override
    public void close() {
        storage.close();
    }
}
