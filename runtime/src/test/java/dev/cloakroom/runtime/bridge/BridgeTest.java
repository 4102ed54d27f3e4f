package dev.cloakroom.runtime.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.Programs;
import dev.cloakroom.runtime.SettableClock;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import dev.cloakroom.runtime.sandbox.LimitExceeded;
import dev.cloakroom.runtime.sandbox.Limits;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeTest {

    private static final int MAX_IN_FLIGHT = 3;
    private static final int QUEUED = 2;

    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    private final BlockingQueue<ObjectNode> observed = new LinkedBlockingQueue<>();
    private final BlockingQueue<ObjectNode> seen = new LinkedBlockingQueue<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Bridge bridge = new Bridge(
        new ApiRegistry(
            List.of(
                api("echo", call -> new ApiResult.Ok(call.args())),
                api("refuse", _ -> new ApiResult.Fail("fail user deny", 104)),
                api("wait", _ -> waited()),
                recorded(api("record", _ -> ApiResult.ok())),
                api("break", _ -> {
                    throw new IllegalStateException("the vault said +8613812345678");
                })
            )
        ),
        Programs.caller(Limits.DEFAULT, new SettableClock()),
        new Observer() {
            @Override
            public void api(String user, String api, JsonNode args, boolean ok, ObjectNode value) {
                observed.add(value);
            }
        },
        (call, ok, value) -> replies.add(new Reply(call, ok, value)),
        Limits.DEFAULT.withCallsInFlight(MAX_IN_FLIGHT).withCallsQueued(QUEUED).withRecordedCallsPerMinute(2)
    );

    private record Reply(long call, boolean ok, ObjectNode value) {}

    @Test
    void call_isAnsweredWithItsOwnNumberAndWhatTheObserverHears() throws Exception {
        call(7, "echo", "{\"a\": 1}");

        assertThat(reply()).isEqualTo(new Reply(7, true, json("{\"a\": 1, \"errMsg\": \"echo:ok\"}")));
        assertThat(observed).containsExactly(json("{\"a\": 1, \"errMsg\": \"echo:ok\"}"));
    }

    @Test
    void refusal_isToldWithItsNumber() throws Exception {
        call(1, "refuse", "{}");

        assertThat(reply()).isEqualTo(
            new Reply(1, false, json("{\"errMsg\": \"refuse:fail user deny\", \"errno\": 104}"))
        );
    }

    @ParameterizedTest
    @ValueSource(strings = { "reveal", "Echo", "echo ", "", "getClass", "constructor", "toString" })
    void unknownApi_isAnsweredOnceAsNotSupported(String name) throws Exception {
        call(1, name, "{}");

        assertThat(reply()).isEqualTo(
            new Reply(
                1,
                false,
                Json.object()
                    .put("errMsg", name + ":fail not supported")
                    .put("errno", 3)
            )
        );
        await().until(() -> !bridge.busy());
        assertThat(replies).isEmpty();
    }

    @Test
    void apiThatThrows_saysNothingOfWhy() throws Exception {
        call(1, "break", "{}");

        assertThat(reply()).isEqualTo(
            new Reply(1, false, json("{\"errMsg\": \"break:fail internal error\", \"errno\": 5}"))
        );
        await().until(() -> !bridge.busy());
        assertThat(replies).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "[1]", "\"a\"", "7", "null", "true" })
    void argumentsThatAreNoObject_countAsNone(String args) throws Exception {
        call(1, "echo", args);

        assertThat(reply().value()).isEqualTo(json("{\"errMsg\": \"echo:ok\"}"));
        assertThat(seen).containsExactly(Json.object());
    }

    @ParameterizedTest
    @ValueSource(strings = { "5", "4", "0", "-1", "null", "\"x\"", "{}", "[6]" })
    void callWithoutANewNumber_isMisbehaviour(String id) throws Exception {
        call(5, "echo", "{}");

        assertThatThrownBy(() -> bridge.call(frame(id, "echo", "{}")))
            .isInstanceOf(GuestMisbehaved.class)
            .hasMessage("a host call takes a number that was used before");
        assertThat(reply().call()).isEqualTo(5);
        assertThat(seen).hasSize(1);
    }

    @Test
    void callsBeyondTheFirstBound_waitForTheOthersAndAreAnsweredInOrder() throws Exception {
        for (int id = 1; id <= MAX_IN_FLIGHT; id++) {
            call(id, "wait", "{}");
        }
        call(MAX_IN_FLIGHT + 1, "echo", "{\"a\": 1}");
        await().until(() -> seen.size() == MAX_IN_FLIGHT);
        assertThat(replies).isEmpty();

        done.countDown();

        for (int i = 0; i < MAX_IN_FLIGHT; i++) {
            assertThat(reply().value().path("errMsg").asText()).isIn("wait:ok", "echo:ok");
        }
        reply();
        assertThat(seen).hasSize(MAX_IN_FLIGHT + 1);
        await().until(() -> !bridge.busy());
    }

    @Test
    void callsBeyondTheSecondBound_endTheProgramAndTheirApisAreNotCalled() throws Exception {
        for (int id = 1; id <= MAX_IN_FLIGHT + QUEUED; id++) {
            call(id, "wait", "{}");
        }

        assertThatThrownBy(() -> call(MAX_IN_FLIGHT + QUEUED + 1, "echo", "{}"))
            .isInstanceOf(LimitExceeded.class)
            .hasMessage("it has more than 2 host calls waiting (limit `callsQueued`)");
        assertThat(bridge.busy()).isTrue();
        done.countDown();
        for (int i = 0; i < MAX_IN_FLIGHT + QUEUED; i++) {
            assertThat(reply().value().path("errMsg").asText()).isEqualTo("wait:ok");
        }
        assertThat(seen).hasSize(MAX_IN_FLIGHT + QUEUED);
    }

    @Test
    void callsThatLeaveARecord_areRefusedWhenThereAreTooManyAMinuteAndOthersAreNot() throws Exception {
        for (int id = 1; id <= 2; id++) {
            call(id, "record", "{}");
            assertThat(reply().ok()).isTrue();
        }

        call(3, "record", "{}");
        assertThat(reply()).isEqualTo(
            new Reply(
                3,
                false,
                json("{\"errMsg\": \"record:fail called too often, try again in a minute\", \"errno\": -1}")
            )
        );
        call(4, "echo", "{}");
        assertThat(reply().ok()).isTrue();
        assertThat(seen).hasSize(3);
    }

    @Test
    void callThatWaits_holdsUpNoOther() throws Exception {
        call(1, "wait", "{}");
        call(2, "echo", "{}");

        assertThat(reply().call()).isEqualTo(2);
        done.countDown();
        assertThat(reply().call()).isEqualTo(1);
        await().until(() -> !bridge.busy());
    }

    @Test
    void registry_namesWhatItAnswersAndRefusesOneNameTwice() {
        var echo = api("echo", _ -> ApiResult.ok());

        assertThat(new ApiRegistry(List.of(echo)).names()).isEqualTo(Set.of("echo"));
        assertThatThrownBy(() -> new ApiRegistry(List.of(echo, echo))).isInstanceOf(IllegalStateException.class);
    }

    private void call(long id, String api, String args) throws GuestMisbehaved {
        bridge.call(frame(Long.toString(id), api, args));
    }

    private static ObjectNode frame(String id, String api, String args) {
        return json("{\"id\": " + id + ", \"api\": \"" + api + "\", \"args\": " + args + "}");
    }

    private Reply reply() throws InterruptedException {
        Reply reply = replies.poll(10, TimeUnit.SECONDS);
        assertThat(reply).as("a reply").isNotNull();
        return Objects.requireNonNull(reply);
    }

    private ApiResult waited() {
        try {
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            return ApiResult.ok();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private WxApi api(String name, Function<ApiCall, ApiResult> answer) {
        return new WxApi() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public ApiResult call(ApiCall call) {
                seen.add(call.args());
                return answer.apply(call);
            }
        };
    }

    private static WxApi recorded(WxApi api) {
        return new WxApi() {
            @Override
            public String name() {
                return api.name();
            }

            @Override
            public boolean recorded() {
                return true;
            }

            @Override
            public ApiResult call(ApiCall call) {
                return api.call(call);
            }
        };
    }

    private static ObjectNode json(String text) {
        return Json.parseObject(text).orElseThrow();
    }
}
