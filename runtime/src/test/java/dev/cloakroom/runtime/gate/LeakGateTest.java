package dev.cloakroom.runtime.gate;

import static dev.cloakroom.runtime.gate.BrokenApi.changed;
import static dev.cloakroom.runtime.gate.BrokenApi.inPlaceOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.Bridge;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.drive.HostReport.Outcome;
import dev.cloakroom.runtime.drive.MadeUpUsers;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.leak.Encodings;
import dev.cloakroom.runtime.leak.Leak;
import dev.cloakroom.runtime.program.Manifest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * An order by phone from end to end: the text message reaches the number, and nothing and nobody else
 * sees it. The same assertion is then put to hosts that leak it in one place each, and must catch them all.
 */
class LeakGateTest {

    private static final long SEED = Long.getLong("cloakroom.seed", System.nanoTime());
    private static final Path ORDER = Samples.scenario(Samples.FOOD_ORDER, "order.json");

    @TempDir
    private static Path cache;

    static {
        System.out.println("leak gate: -Dcloakroom.seed=" + SEED);
    }

    @Test
    void honestHost_tellsTheNumberToTheSinkOnly() throws IOException {
        Played played = order(UnaryOperator.identity());

        assertOnlyTheSinkKnows(played);
        assertThat(played.stored()).as("files that were searched").isGreaterThanOrEqualTo(4);
        assertThat(Encodings.ALL).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void leakIntoAnApiResult_isCaughtInEverySpelling() throws IOException {
        Played played = order(
            inPlaceOf("getPhoneNumber", (call, api) ->
                changed(api.honest().call(call), value -> {
                    Spellings.of(api.phone(call)).forEach(value::put);
                    return value;
                })
            )
        );

        String[] members = Spellings.of(played.phone())
            .keySet()
            .stream()
            .map(name -> "/value/" + name)
            .toArray(String[]::new);
        assertThat(members).hasSizeGreaterThanOrEqualTo(12);
        assertCaught(played, members);
    }

    @Test
    void leakIntoAnErrorText_isCaught() throws IOException {
        Played played = order(
            inPlaceOf("showLoading", (call, api) -> new ApiResult.Fail("fail no room for " + api.phone(call), 1))
        );

        assertCaught(played, "/errMsg");
    }

    @Test
    void leakIntoALogLine_isCaught() throws IOException {
        Played played = order(
            inPlaceOf("getPhoneNumber", (call, api) -> {
                LoggerFactory.getLogger(Bridge.class).trace("answering for {}", api.phone(call));
                return api.honest().call(call);
            })
        );

        assertCaught(played, "host log:");
    }

    @Test
    void leakIntoTheTitle_isCaught() throws IOException {
        Played played = order(
            inPlaceOf("showLoading", (call, api) -> {
                call.caller()
                    .ui()
                    .show("title", Json.object().put("title", Spellings.base64(api.phone(call))));
                return api.honest().call(call);
            })
        );

        assertCaught(played, "/around/title/title");
    }

    @Test
    void leakIntoWhatThePageShows_isCaught() throws IOException {
        Played played = order(
            inPlaceOf("request", (call, api) ->
                changed(api.honest().call(call), value ->
                    value.put("data", value.path("data").asText().replace("\"table\":\"7\"", tableOf(call, api)))
                )
            )
        );

        assertCaught(played, "/pages/lin/1/tree/");
    }

    @Test
    void leakIntoAPurposeThatTheHostKeeps_isCaughtInItsDatabase() throws IOException {
        Played played = order(
            inPlaceOf("getPhoneNumber", (call, api) ->
                api.honest().call(new ApiCall(asking("To text " + api.phone(call), call.caller()), call.args()))
            )
        );

        assertCaught(played, "host/cloakroom.db");
    }

    @Test
    void leakIntoAStoredValue_isCaught(@TempDir Path copy) throws IOException {
        Path program = keepingWhatItGets(copy);

        Played played = order(
            program,
            inPlaceOf("getPhoneNumber", (call, api) ->
                changed(api.honest().call(call), value -> value.put("hint", Spellings.base64(api.phone(call))))
            )
        );

        assertCaught(played, "/storage/lin/got/hint", ".journal:");
    }

    @Test
    void leakIntoAHeader_isCaughtOnItsWayToTheBackEnd() throws IOException {
        Played played = order(
            inPlaceOf("request", (call, api) -> {
                var args = call.args().deepCopy();
                args.withObject("/header").put("x-device", Spellings.base64(api.phone(call)));
                return api.honestly(call, args);
            })
        );

        assertCaught(played, "/requests/", "/headers/x-device", "/backend/");
    }

    @Test
    void leakIntoAnAddress_isCaughtInTheLogOfTheBackEnd() throws IOException {
        Played played = order(
            inPlaceOf("request", (call, api) -> {
                String path = "https://food-order.example/" + Spellings.base64(api.phone(call));
                api.honestly(call, call.args().deepCopy().put("url", path).put("method", "GET"));
                return api.honest().call(call);
            })
        );

        assertThat(played.report().toJson().path("backend"))
            .filteredOn(entry -> entry.path("kind").asText().equals("log"))
            .anyMatch(entry -> entry.path("text").asText().contains(Spellings.base64(played.phone())));
        assertCaught(played, "/text: ");
    }

    /** A host whose ids are made of the number: it is in every token, receipt and row, and in no plain text. */
    @Test
    void leakIntoIds_isCaughtInAnswersToTheBackEndAndInTheDatabase() throws IOException {
        var drawn = new AtomicInteger();
        String number = phoneOfThisRun();
        byte[] digits = number.substring(1).getBytes(StandardCharsets.US_ASCII);

        Played played = order(options ->
            options.withRandom(count ->
                ByteBuffer.allocate(Math.max(count, digits.length + Integer.BYTES))
                    .put(digits)
                    .putInt(drawn.incrementAndGet())
                    .array()
            )
        );

        assertThat(played.phone()).isEqualTo(number);
        assertCaught(played, "/backend/", "/body: ", "host/cloakroom.db");
    }

    /** The one assertion of this class. */
    private static void assertOnlyTheSinkKnows(Played played) {
        assertThat(played.leaks()).isEmpty();
        assertThat(played.sinkNumbers()).containsExactly(played.phone());
        assertThat(played.report().host().outcome()).isEqualTo(Outcome.PASSED);
    }

    private static void assertCaught(Played played, String... places) {
        assertThatThrownBy(() -> assertOnlyTheSinkKnows(played)).isInstanceOf(AssertionError.class);
        assertThat(played.leaks()).allMatch(leak -> leak.label().equals("lin.phone"));
        String found = String.join("\n", played.leaks().stream().map(Leak::toString).toList());
        assertThat(found).contains(places);
    }

    private static Played order(UnaryOperator<HostOptions> broken) throws IOException {
        return order(Samples.FOOD_ORDER, broken);
    }

    private static Played order(Path program, UnaryOperator<HostOptions> broken) throws IOException {
        return Played.of(program, ORDER, broken.apply(HostOptions.defaults(cache)), new Random(SEED));
    }

    private static String phoneOfThisRun() {
        var users = new MadeUpUsers(new Random(SEED)).of(ORDER);
        return Objects.requireNonNull(users.first().phone());
    }

    private static String tableOf(ApiCall call, BrokenApi api) {
        return "\"table\":\"" + api.phone(call).substring(3) + "\"";
    }

    private static Caller asking(String reason, Caller caller) {
        Manifest said = caller.manifest();
        var manifest = new Manifest(
            said.appId(),
            said.pages(),
            said.tabs(),
            Map.of("scope.phoneNumber", reason),
            said.privateInfos(),
            said.requestDomains(),
            said.recipients(),
            said.app()
        );
        return new Caller(
            caller.program(),
            manifest,
            caller.user(),
            caller.session(),
            caller.pages(),
            caller.gestures(),
            caller.ui(),
            caller.files(),
            caller.lane()
        );
    }

    /** The sample, but it stores what comes of asking for the number. */
    private static Path keepingWhatItGets(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(Samples.FOOD_ORDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(Samples.FOOD_ORDER.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
        Path page = folder.resolve("pages/order/order.js");
        String code = Files.readString(page);
        String keeping = code.replace("onPhone(event) {", "onPhone(event) { wx.setStorageSync('got', event.detail);");
        assertThat(keeping).isNotEqualTo(code);
        Files.writeString(page, keeping);
        return folder;
    }
}
