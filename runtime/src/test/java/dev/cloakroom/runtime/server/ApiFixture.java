package dev.cloakroom.runtime.server;

import com.nimbusds.jose.jwk.JWKSet;
import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.identity.DeveloperId;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.payment.Order;
import dev.cloakroom.host.payment.PaymentGateway;
import dev.cloakroom.host.payment.Refund;
import dev.cloakroom.host.proof.PublicKeys;
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
import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.PaymentInstrument;
import dev.cloakroom.runtime.SettableClock;
import dev.cloakroom.runtime.observe.HttpExchange;
import dev.cloakroom.runtime.observe.Observer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/** A host with its HTTP API, one user with a phone, and two programs that sign. */
final class ApiFixture implements AutoCloseable {

    static final UserId LIN = new UserId("lin-the-user");
    static final String PHONE = "+8613987650421";
    static final RecipientId GATEWAY = new RecipientId("sms-gateway");
    static final RecipientId PAY = new RecipientId("pay");
    static final RecipientId COURIER = new RecipientId("courier");
    static final ProgramRegistration SHOP = program("wx0123456789abcdef");
    static final ProgramRegistration OTHER = program("wxfedcba9876543210");
    static final ApiLimits PATIENT = ApiLimits.DEFAULT.withFailures(1e9, 1e9).withCalls(1e9, 1e9);

    /** The host's clock and its back ends'. */
    final SettableClock clock = new SettableClock();
    final Queue<String> sent = new ConcurrentLinkedQueue<>();
    final Queue<HttpExchange> observed = new ConcurrentLinkedQueue<>();
    final HostApi host;
    final HostServer server;
    private final Storage storage;
    private final List<Storage> others = new ArrayList<>();

    ApiFixture(Path data) {
        this(data, Listening.onLoopback(0), PATIENT, UnaryOperator.identity());
    }

    ApiFixture(Path data, Listening listening, ApiLimits limits, UnaryOperator<Storage> broken) {
        storage = SqliteStorage.open(data);
        host = HostApi.over(broken.apply(storage), FileKeyRing.open(data), _ -> ConsentAnswer.ALLOW)
            .recipients(
                RecipientRegistry.of(
                    List.of(
                        new Recipient(GATEWAY, "Gateway", Set.of(ScopeCatalog.PHONE_NUMBER)),
                        new Recipient(PAY, "Pay", Set.of(ScopeCatalog.PAYMENT)),
                        new Recipient(COURIER, "Courier", Set.of(ScopeCatalog.ADDRESS))
                    )
                )
            )
            .actions(List.of(sendSms()))
            .paymentGateways(Map.of(PAY, new Bank(sent)))
            .clock(clock)
            .build();
        host.vault().ownerView(LIN).put(Field.PHONE, PHONE);
        server = new HostServer(host, listener(), listening, limits);
    }

    /** A second server on the same data, as another host of many; this fixture closes its store. */
    HostServer second(Path data) {
        var opened = SqliteStorage.open(data);
        others.add(opened);
        var other = HostApi.over(opened, FileKeyRing.open(data), _ -> ConsentAnswer.DENY)
            .clock(clock)
            .build();
        return new HostServer(other, Observer.NONE, Listening.onLoopback(0), PATIENT);
    }

    /** The back end of a program, which signs with a new key. */
    BackEnd backEnd(ProgramRegistration program) {
        var backEnd = new BackEnd(program.id().value(), BackEnd.newKey(), server.address(), clock);
        host.programs().register(program, PublicKeys.parse(new JWKSet(backEnd.key()).toString(true)));
        return backEnd;
    }

    /** A token for the user's phone number. */
    String token(ProgramRegistration program) {
        var request = new AccessRequest(
            program,
            LIN,
            ScopeCatalog.PHONE_NUMBER,
            "to text you",
            Set.of(GATEWAY),
            new RequestContext(true, true, true)
        );
        return ((Disclosure.Granted) host.broker().request(request)).token().orElseThrow().value();
    }

    private SendSms sendSms() {
        return new SendSms(
            Map.of(GATEWAY, (phone, _, _) -> {
                sent.add(phone);
                return RedemptionResult.SENT;
            }),
            List.of(new SmsTemplate("ready", "Your order is ready", Map.of()))
        );
    }

    private Observer listener() {
        return new Observer() {
            @Override
            public void backendAnswer(HttpExchange answer) {
                observed.add(answer);
            }
        };
    }

    private static ProgramRegistration program(String id) {
        return new ProgramRegistration(new ProgramId(id), new DeveloperId("acme"), "Acme");
    }

    @Override
    public void close() {
        server.close();
        others.forEach(Storage::close);
        storage.close();
    }

    /** Writes down what it was asked for, and does it. */
    private record Bank(Queue<String> sent) implements PaymentGateway {
        @Override
        public RedemptionResult charge(PaymentInstrument instrument, Order order, String payee) {
            sent.add("charge " + order.price() + " for " + payee + " to " + instrument.display());
            return RedemptionResult.SENT;
        }

        @Override
        public RedemptionResult refund(Order order, Refund refund) {
            sent.add("refund " + refund.amount());
            return RedemptionResult.SENT;
        }
    }
}
