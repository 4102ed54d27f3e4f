package dev.cloakroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.worker.TestWorker.Turn;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What `wx` answers by itself and what it asks of the host. */
class ApiTest {

    private TestWorker worker;

    @BeforeEach
    void open() throws IOException {
        worker = new TestWorker();
        worker.open(1, "{\"path\":\"\",\"query\":{},\"scene\":1001}", "{\"kept\":[1,2]}");
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void storage_isReadFromTheSnapshotAndJournaled() {
        Turn turn = worker.run(1, "store");

        assertThat(turn.log()).containsExactly("{\"rice\":2} [1,2] true");
        assertThat(turn.of(Kind.STORE)).containsExactly(
            TestWorker.parse("{\"op\":\"set\",\"key\":\"cart\",\"value\":{\"rice\":2}}"),
            TestWorker.parse("{\"op\":\"remove\",\"key\":\"kept\"}"),
            TestWorker.parse("{\"op\":\"clear\"}")
        );
    }

    @Test
    void navigateTo_opensThePageAndJoinsBothByAChannel() {
        Turn turn = worker.run(1, "open");

        assertThat(turn.log()).containsExactly("onHide", "detail says 7", "navigateTo:ok", "greeted hello");
        assertThat(turn.of(Kind.PAGE))
            .extracting(page -> page.path("op").asText())
            .containsExactly("open", "show");
        assertThat(turn.of(Kind.PAGE).getFirst().path("query").path("id").asText()).isEqualTo("7");
        assertThat(worker.tree(1).text("id")).isEqualTo("7");
    }

    @Test
    void navigateBack_closesThePageAndShowsTheOneBelow() {
        worker.run(1, "open");

        Turn turn = worker.tap(1, "back");

        assertThat(turn.of(Kind.PAGE)).containsExactly(
            TestWorker.parse("{\"op\":\"close\",\"page\":2}"),
            TestWorker.parse("{\"op\":\"show\",\"page\":1}")
        );
        assertThat(turn.log()).containsExactly("onUnload", "page shown to rice", "page shown to soup", "onShow");
    }

    @Test
    void hostNavigation_goesBackAndRelaunches() {
        worker.run(1, "open");

        worker.turn(1, Kind.NAVIGATE, "{\"action\":\"navigateBack\",\"url\":\"\"}");
        assertThat(worker.tree(1).page()).isEqualTo(1);
        worker.turn(1, Kind.NAVIGATE, "{\"action\":\"reLaunch\",\"url\":\"pages/detail/detail?id=9\"}");
        assertThat(worker.tree(1).text("id")).isEqualTo("9");
    }

    @Test
    void navigateTo_takesAPercentSignThatEncodesNothing() {
        Turn turn = worker.run(1, "percent");

        assertThat(turn.of(Kind.FAULT)).isEmpty();
        assertThat(turn.log()).contains("navigateTo:ok");
        assertThat(worker.tree(1).text("id")).isEqualTo("50%");
    }

    @Test
    void navigateTo_refusesAnUnknownPage() {
        assertThat(worker.run(1, "missing").log()).containsExactly(
            "navigateTo:fail page \"pages/none/none\" is not found"
        );
    }

    @Test
    void login_resolvesWithTheHostsAnswer() {
        JsonNode call = worker.run(1, "login").only(Kind.CALL);
        assertThat(call.path("api").asText()).isEqualTo("login");

        Turn turn = worker.reply(1, "{\"id\":1,\"ok\":true,\"value\":{\"code\":\"c\",\"errMsg\":\"login:ok\"}}");

        assertThat(turn.log()).containsExactly("c login:ok");
    }

    @Test
    void login_rejectsWithTheHostsRefusal() {
        worker.run(1, "login");

        assertThat(
            worker.reply(1, "{\"id\":1,\"ok\":false,\"value\":{\"errMsg\":\"login:fail\"}}").log()
        ).containsExactly("login:fail");
    }

    @Test
    void reply_isHeardOnce() {
        worker.run(1, "modal");
        String reply =
            "{\"id\":1,\"ok\":true,\"value\":{\"confirm\":true,\"cancel\":false,\"errMsg\":\"showModal:ok\"}}";

        assertThat(worker.reply(1, reply).log()).containsExactly("confirm true");
        assertThat(worker.reply(1, reply).log()).isEmpty();
    }

    @Test
    void request_encodesDataAndParsesTheAnswer() {
        Turn asked = worker.run(1, "request");
        assertThat(asked.log()).containsExactly("function");
        assertThat(asked.only(Kind.CALL).path("args").path("url").asText()).isEqualTo("https://x.example/a?q=%C3%A4");

        Turn turn = worker.reply(
            1,
            "{\"id\":1,\"ok\":true,\"value\":{\"statusCode\":200,\"data\":\"{\\\"name\\\":\\\"rice\\\"}\",\"header\":{},\"errMsg\":\"request:ok\"}}"
        );

        assertThat(turn.log()).containsExactly("200 rice");
    }

    @Test
    void unsupported_failsWithAWarningAndAsksNobody() {
        Turn turn = worker.run(1, "unsupported");

        assertThat(turn.log()).containsExactly("wx.vibrateShort is not supported", "vibrateShort:fail not supported");
        assertThat(turn.of(Kind.LOG).getFirst().path("at").asText()).startsWith("pages/index/index.js:");
        assertThat(turn.of(Kind.CALL)).isEmpty();
        assertThat(turn.of(Kind.FAULT)).isEmpty();
    }

    @Test
    void unsupported_thatNobodyHandlesIsAFault() {
        JsonNode fault = worker.run(1, "unsupportedPromise").only(Kind.FAULT);

        assertThat(fault.path("message").asText()).isEqualTo("vibrateShort:fail not supported");
        assertThat(fault.path("at").asText()).isEqualTo("pages/index/index.js:33");
    }

    @Test
    void unsupported_synchronousCallThrows() {
        assertThat(worker.run(1, "unsupportedSync").log()).containsExactly(
            "wx.getBatteryInfoSync is not supported",
            "getBatteryInfoSync:fail not supported"
        );
    }
}
