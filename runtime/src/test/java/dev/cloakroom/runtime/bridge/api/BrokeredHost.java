package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.consent.ConsentRequest;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.payment.Order;
import dev.cloakroom.host.payment.PaymentGateway;
import dev.cloakroom.host.payment.Refund;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.scope.Recipient;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.PaymentInstrument;
import dev.cloakroom.runtime.Programs;
import dev.cloakroom.runtime.SettableClock;
import dev.cloakroom.runtime.bridge.ApiRegistry;
import dev.cloakroom.runtime.bridge.Bridge;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.bridge.NetworkLane;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.media.Photograph;
import dev.cloakroom.runtime.media.TempFiles;
import dev.cloakroom.runtime.net.Network;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.program.Manifest;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import dev.cloakroom.runtime.sandbox.Guests;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.view.Gestures;
import dev.cloakroom.runtime.view.PageStack;
import dev.cloakroom.runtime.view.SessionUi;
import dev.cloakroom.runtime.view.ViewChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A broker, the standard APIs over it, and sessions of users whose every value is known. */
final class BrokeredHost implements AutoCloseable {

    /** What no answer may contain; regions are told and not among them. */
    static final Map<Field, List<String>> PLANTED = Map.of(
        Field.PHONE,
        List.of("+8613812345678", "13812345678"),
        Field.ADDRESS,
        List.of("Li Lei", "13900001111", "Lake Road", "Door 1904"),
        Field.LOCATION,
        List.of("31.234567", "121.456789"),
        Field.NICKNAME,
        List.of("MoonlitOtter"),
        Field.AVATAR,
        List.of("https://pictures.example/otter-4711.png"),
        Field.STEPS,
        List.of("8123", "4567"),
        Field.INVOICE_TITLE,
        List.of("Otter Trading", "91310000MA1K"),
        Field.CONTACT,
        List.of("Han Meimei", "13700002222"),
        Field.LICENSE_PLATE,
        List.of("A·8F123"),
        Field.EMAIL,
        List.of("otter@mail.example")
    );

    private static final Map<Field, String> VALUES = Map.ofEntries(
        Map.entry(Field.PHONE, "+8613812345678"),
        Map.entry(
            Field.ADDRESS,
            """
            {"userName": "Li Lei", "telNumber": "13900001111", "provinceName": "上海市", "cityName": "上海市",
             "countyName": "徐汇区", "streetName": "Lake Road", "detailInfo": "Door 1904", "nationalCode": "310104",
             "postalCode": "200030"}"""
        ),
        Map.entry(Field.LOCATION, "{\"latitude\": 31.234567, \"longitude\": 121.456789}"),
        Map.entry(Field.NICKNAME, "MoonlitOtter"),
        Map.entry(Field.AVATAR, "https://pictures.example/otter-4711.png"),
        Map.entry(
            Field.STEPS,
            "{\"days\": [{\"timestamp\": 1700000000, \"step\": 8123}, {\"timestamp\": 1700086400, \"step\": 4567}]}"
        ),
        Map.entry(
            Field.INVOICE_TITLE,
            """
            {"type": "0", "title": "Otter Trading", "taxNumber": "91310000MA1K", "companyAddress": "",
             "telephone": "", "bankName": "", "bankAccount": ""}"""
        ),
        Map.entry(Field.CONTACT, "{\"displayName\": \"Han Meimei\", \"phoneNumber\": \"13700002222\"}"),
        Map.entry(Field.LICENSE_PLATE, "沪A·8F123"),
        Map.entry(Field.EMAIL, "otter@mail.example"),
        Map.entry(
            Field.PAYMENT_INSTRUMENT,
            "{\"provider\": \"bank\", \"reference\": \"ref-1\", \"display\": \"Visa 4242\"}"
        ),
        Map.entry(Field.BIRTH_DATE, "1990-05-17")
    );

    private static final Manifest MANIFEST = new Manifest(
        Programs.PROGRAM.id().value(),
        List.of("pages/a/a"),
        List.of(),
        ScopeCatalog.all()
            .stream()
            .collect(Collectors.toMap(Scope::name, _ -> "because")),
        Set.of(
            "getLocation",
            "startLocationUpdate",
            "chooseLocation",
            "choosePoi",
            "chooseAddress",
            "getFuzzyLocation"
        ),
        Set.of(),
        Map.of(),
        Json.object()
    );

    /** The width of the picture that users have. */
    static final int PICTURE_WIDTH = 48;

    /** The picture that they have, which says where it was taken. */
    static final byte[] PICTURE = Photograph.jpeg(PICTURE_WIDTH, 32, 1, "taken at 31.234567");

    /** What programs' developers were told on the console. */
    final ConcurrentLinkedQueue<String> advice = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<ConsentRequest> prompts = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> charged = new ConcurrentLinkedQueue<>();
    final HostApi api;
    volatile RedemptionResult bankSays = RedemptionResult.SENT;
    volatile ConsentAnswer answer = ConsentAnswer.ALLOW;
    private final AtomicInteger files = new AtomicInteger();
    private final SqliteStorage storage;
    private final ApiRegistry apis;

    BrokeredHost(Path folder) {
        storage = SqliteStorage.open(folder);
        var helper = new Recipient(new RecipientId("helper"), "Helper", Set.copyOf(ScopeCatalog.all()), Set.of(), true);
        api = HostApi.over(storage, FileKeyRing.open(folder), this::prompt)
            .recipients(RecipientRegistry.of(List.of(helper)))
            .paymentGateways(Map.of(helper.id(), bank()))
            .build();
        apis = new ApiRegistry(StandardApis.of(api, Network.NONE, advised()));
    }

    private Observer advised() {
        return new Observer() {
            @Override
            public void console(String user, String level, String text, String at) {
                advice.add(text);
            }
        };
    }

    private PaymentGateway bank() {
        return new PaymentGateway() {
            @Override
            public RedemptionResult charge(PaymentInstrument instrument, Order order, String payee) {
                charged.add(order.number());
                return bankSays;
            }

            @Override
            public RedemptionResult refund(Order order, Refund refund) {
                return bankSays;
            }
        };
    }

    private ConsentAnswer prompt(ConsentRequest request) {
        prompts.add(request);
        return answer;
    }

    /** A session of a user of whom the host has every value. */
    Session full(String user) {
        var own = api.vault().ownerView(new UserId(user));
        VALUES.forEach(own::put);
        return new Session(user, MANIFEST, true);
    }

    /** A session of a user of whom the host has nothing, and who has nothing to pick. */
    Session empty(String user) {
        return new Session(user, MANIFEST, false);
    }

    /** A program that declares nothing. */
    Session undeclared(String user) {
        return listing(user);
    }

    /** A program that was written for WeChat, and lists these APIs. */
    Session listing(String user, String... apis) {
        var said = Programs.MANIFEST;
        var manifest = new Manifest(
            said.appId(),
            said.pages(),
            said.tabs(),
            Map.of(),
            Set.of(apis),
            said.requestDomains(),
            Map.of(),
            said.app()
        );
        var own = api.vault().ownerView(new UserId(user));
        VALUES.forEach(own::put);
        return new Session(user, manifest, true);
    }

    /** One user in one program, with a page that has a button of every kind. */
    final class Session {

        final Caller caller;
        private final ViewChannel view;
        private long calls;

        private Session(String user, Manifest manifest, boolean picks) {
            caller = new Caller(
                Programs.PROGRAM,
                manifest,
                new UserId(user),
                "session of " + user,
                new PageStack(Limits.DEFAULT),
                new Gestures(new SettableClock()),
                new SessionUi(),
                new TempFiles(() -> "file" + files.incrementAndGet()),
                new NetworkLane(System::nanoTime)
            );
            view = new ViewChannel(caller.pages(), caller.gestures(), Guests.sendingTo(_ -> {}));
            caller.ui().watch(ui -> pick(ui.path("pick"), picks));
            showPage();
        }

        /** The user picks what they have as soon as they are let. */
        private void pick(JsonNode wanted, boolean has) {
            if (wanted.isObject()) {
                byte[] thing = wanted.path("what").asText().equals("text")
                    ? "a text".getBytes(StandardCharsets.UTF_8)
                    : PICTURE;
                Thread.startVirtualThread(() -> pick(wanted.path("number").asInt(), thing, has));
            }
        }

        private void pick(int number, byte[] thing, boolean has) {
            var picker = caller.ui().picker();
            if (has) {
                picker.offer(number, thing);
            }
            picker.done(number, has);
        }

        private void showPage() {
            try {
                caller.pages().page(json("{\"op\": \"open\", \"page\": 1, \"path\": \"pages/a/a\", \"query\": {}}"));
                caller
                    .pages()
                    .operations(
                        json(
                            "{\"page\": 1, \"ops\": [[\"c\",1,\"root\",\"page\"],[\"c\",2,\"e\",\"button\"],[\"a\",1,2]]}"
                        )
                    );
                caller.pages().page(json("{\"op\": \"show\", \"page\": 1}"));
            } catch (GuestMisbehaved e) {
                throw new IllegalStateException(e);
            }
        }

        /** Taps the button, which has that {@code open-type}. */
        Session tap(String openType) {
            try {
                caller
                    .pages()
                    .operations(json("{\"page\": 1, \"ops\": [[\"A\",2,\"open-type\",\"" + openType + "\"]]}"));
            } catch (GuestMisbehaved e) {
                throw new IllegalStateException(e);
            }
            view.tap(1, 2);
            return this;
        }

        /** What the program gets for a call, after a tap on a button for it. */
        String call(String api, String args) {
            tap(api);
            return reply(api, args).toString();
        }

        ObjectNode reply(String api, String args) {
            return begin("{\"id\": " + ++calls + ", \"api\": \"" + api + "\", \"args\": " + args + "}")
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        }

        private CompletableFuture<ObjectNode> begin(String frame) {
            var reply = new CompletableFuture<ObjectNode>();
            var bridge = new Bridge(
                apis,
                caller,
                Observer.NONE,
                (_, _, value) -> reply.complete(value),
                Limits.DEFAULT
            );
            try {
                bridge.call(json(frame));
            } catch (GuestMisbehaved e) {
                throw new IllegalStateException(e);
            }
            return reply;
        }
    }

    private static ObjectNode json(String text) {
        return Json.parseObject(text).orElseThrow();
    }

    @Override
    public void close() {
        storage.close();
    }
}
