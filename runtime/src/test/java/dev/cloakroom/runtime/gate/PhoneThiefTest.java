package dev.cloakroom.runtime.gate;

import static dev.cloakroom.runtime.gate.BrokenApi.inPlaceOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.request.RequestContext;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.drive.HostReport.Outcome;
import dev.cloakroom.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program and a back end that want the number at any price. They get nothing; and on hosts that lack one
 * wall each they get something, so that their attempts are known to be alive.
 */
class PhoneThiefTest {

    private static final long SEED = Long.getLong("cloakroom.seed", System.nanoTime());
    private static final Pattern NAME = Pattern.compile("(back end: )?[^:]+");
    private static final String STOLEN = "STOLEN: ";
    private static final String MISSED = "missed: ";

    @TempDir
    private static Path cache;

    static {
        System.out.println("phone thief: -Dcloakroom.seed=" + SEED);
    }

    @Test
    void thiefWhoseUserAllows_getsOneTicketAndNothingElse() throws IOException {
        Played played = steal("steal.json", UnaryOperator.identity());

        assertNothingStolen(played);
        assertThat(attempts(played, MISSED))
            .hasSizeGreaterThanOrEqualTo(12)
            .anyMatch(name -> name.startsWith("back"));
        assertThat(played.sinkNumbers()).containsExactly(played.phone());
    }

    @Test
    void thiefWhoseUserRefuses_getsNothing() throws IOException {
        Played played = steal("denied.json", UnaryOperator.identity());

        assertNothingStolen(played);
        assertThat(attempts(played, MISSED))
            .hasSizeGreaterThanOrEqualTo(12)
            .anyMatch(name -> name.startsWith("back"));
        assertThat(played.sinkNumbers()).isEmpty();
    }

    /** Without the wall of the gesture where the user allowed it before. */
    @Test
    void hostWhoseStandingGrantsNeedNoTap_isRobbed() throws IOException {
        Played played = steal(
            "steal.json",
            inPlaceOf("getPhoneNumber", (call, api) -> {
                boolean standing = !api.host().grants().list(call.caller().user()).isEmpty();
                return ask(call, api, taken(call.caller()) || standing);
            })
        );

        assertRobbed(played);
        assertThat(attempts(played, STOLEN)).contains("use the standing grant without a tap");
    }

    /** Without the wall of the single use of a gesture: a tap counts again and again. */
    @Test
    void hostWhoseTapsCountTwice_isRobbed() throws IOException {
        var tapped = new AtomicBoolean();

        Played played = steal(
            "steal.json",
            inPlaceOf("getPhoneNumber", (call, api) -> {
                synchronized (tapped) {
                    tapped.compareAndSet(false, taken(call.caller()));
                    return ask(call, api, tapped.get());
                }
            })
        );

        assertRobbed(played);
        assertThat(attempts(played, STOLEN)).contains("get two codes for one tap", "use the same tap again");
    }

    /** Without the wall around the network: every address is declared, and something answers there. */
    @Test
    void hostThatSendsRequestsAnywhere_isRobbed() throws IOException {
        Played played = steal(
            "steal.json",
            inPlaceOf("request", (call, api) -> {
                ApiResult honest = api.honest().call(call);
                return honest instanceof ApiResult.Ok ? honest : new ApiResult.Ok(emptyAnswer());
            })
        );

        assertRobbed(played);
        assertThat(attempts(played, STOLEN)).contains("send to an undeclared host", "send to this machine");
    }

    /** Without the wall of the closed registry: one name is answered that no program may call. */
    @Test
    void hostThatAnswersAHiddenName_isRobbed() throws IOException {
        Played played = steal("steal.json", BrokenApi.besides(new Reveal()));

        assertRobbed(played);
        assertThat(attempts(played, STOLEN)).contains("past the library, names that wx does not have");
    }

    /** Without the wall of the single use of a token: the store forgets that it was spent. */
    @Test
    void hostWhoseTokensAreNeverSpent_isRobbed() throws IOException {
        Played played = steal("steal.json", UnaryOperator.identity(), PhoneThiefTest::forgetSpending);

        assertRobbed(played);
        assertThat(attempts(played, STOLEN)).contains("back end: a second message");
        assertThat(played.sinkNumbers()).hasSizeGreaterThan(1);
    }

    /** The one assertion of this class. */
    private static void assertNothingStolen(Played played) {
        assertThat(attempts(played, STOLEN)).isEmpty();
        assertThat(failure(played)).isEmpty();
        assertThat(played.report().host().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(played.leaks()).isEmpty();
    }

    private static void assertRobbed(Played played) {
        assertThatThrownBy(() -> assertNothingStolen(played)).isInstanceOf(AssertionError.class);
        assertThat(played.report().host().outcome()).isEqualTo(Outcome.FAILED);
    }

    /** The names of the attempts that ended so, from the program's console. */
    private static Set<String> attempts(Played played, String end) {
        return texts(played.report().toJson().path("console"), "text")
            .filter(line -> line.startsWith(end))
            .map(line -> NAME.matcher(line.substring(end.length())))
            .filter(Matcher::lookingAt)
            .map(Matcher::group)
            .collect(Collectors.toSet());
    }

    private static String failure(Played played) {
        return texts(played.report().toJson().at("/host/scenario/steps"), "message").collect(Collectors.joining());
    }

    private static Stream<String> texts(JsonNode entries, String member) {
        return StreamSupport.stream(entries.spliterator(), false).map(entry -> entry.path(member).asText());
    }

    private static Played steal(String scenario, UnaryOperator<HostOptions> broken) throws IOException {
        return steal(scenario, broken, _ -> {});
    }

    private static Played steal(String scenario, UnaryOperator<HostOptions> broken, Consumer<Path> sabotage)
        throws IOException {
        return Played.of(
            Samples.PHONE_THIEF,
            Samples.scenario(Samples.PHONE_THIEF, scenario),
            broken.apply(HostOptions.defaults(cache)),
            new Random(SEED),
            sabotage
        );
    }

    private static boolean taken(Caller caller) {
        return caller.gestures().take(caller.pages().visible(), "getPhoneNumber");
    }

    /** Asks the broker as the real API does, but the gesture is what {@code api}'s maker says. */
    private static ApiResult ask(ApiCall call, BrokenApi api, boolean gesture) {
        var request = new AccessRequest(
            call.caller().program(),
            call.caller().user(),
            ScopeCatalog.PHONE_NUMBER,
            "to play the video",
            Set.of(new RecipientId("sms-gateway")),
            new RequestContext(true, gesture, true)
        );
        return switch (api.host().broker().request(request)) {
            case Disclosure.Granted granted -> new ApiResult.Ok(Json.object().put("code", granted.code()));
            case Disclosure.Refused(var reason) -> new ApiResult.Fail(reason.code().errMsg(), reason.code().errno());
        };
    }

    private static ObjectNode emptyAnswer() {
        return Json.object().put("statusCode", 200).put("data", "").set("header", Json.object());
    }

    private static void forgetSpending(Path store) {
        try (
            var connection = DriverManager.getConnection("jdbc:sqlite:" + store.resolve("host/cloakroom.db"));
            var statement = connection.createStatement()
        ) {
            statement.execute(
                """
                CREATE TRIGGER forget AFTER UPDATE OF spent ON access_token
                BEGIN UPDATE access_token SET spent = 0, ended_at = NULL WHERE id = NEW.id; END"""
            );
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a host that looks names up among its own methods would answer. */
    private record Reveal() implements WxApi {
        @Override
        public String name() {
            return "reveal";
        }

        @Override
        public ApiResult call(ApiCall call) {
            return ApiResult.ok();
        }
    }
}
