package dev.cloakroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.worker.TestWorker.Turn;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a program shows, and how it hears of the user. */
class ViewTest {

    private TestWorker worker;
    private Turn opened;

    @BeforeEach
    void open() throws IOException {
        worker = new TestWorker();
        opened = worker.open(1);
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void open_showsTheFirstPage() {
        List<JsonNode> pages = opened.of(Kind.PAGE);

        assertThat(pages)
            .extracting(page -> page.path("op").asText())
            .containsExactly("open", "show");
        assertThat(pages.getFirst().path("path").asText()).isEqualTo("pages/index/index");
        assertThat(pages.getFirst().path("window").path("title").asText()).isEqualTo("Menu");
        assertThat(worker.tree(1).text("label")).isEqualTo("0 AbAb");
        assertThat(worker.tree(1).text("dish-0")).isEqualTo("rice: 2.50slot of rice");
        assertThat(opened.of(Kind.FAULT)).isEmpty();
    }

    @Test
    void open_callsLifecycleMethodsInOrder() {
        assertThat(opened.log()).containsExactly(
            "launched pages/index/index 1001",
            "attached rice",
            "attached soup",
            "onLoad {} 1 0",
            "ready soup",
            "ready rice",
            "page shown to rice",
            "page shown to soup",
            "onShow",
            "onReady pages/index/index 2.50"
        );
        assertThat(opened.of(Kind.LOG).getFirst().path("at").asText()).isEqualTo("app.js:4");
    }

    @Test
    void open_sendsStyleSheetsWithTheirImports() {
        assertThat(worker.tree(1).styles()).containsOnlyKeys("app", "pages/index/index", "components/dish/dish");
        assertThat(worker.tree(1).styles().get("pages/index/index")).contains(".base { margin: 1rpx }", ".count");
    }

    @Test
    void open_sendsDataAndListeners() {
        assertThat(worker.tree(1).node("counter").data).containsKey("step");
        assertThat(worker.tree(1).node("counter").listeners).containsEntry("tap", 1);
        assertThat(worker.tree(1).node("caught").listeners).containsEntry("tap", 2);
        assertThat(worker.tree(1).node("phone").attributes).containsEntry(
            "open-type",
            TextNode.valueOf("getPhoneNumber")
        );
    }

    @Test
    void tap_changesThePage() {
        Turn turn = worker.tap(1, "label");

        assertThat(turn.of(Kind.OPS)).isNotEmpty();
        assertThat(worker.tree(1).text("label")).isEqualTo("2 AbAb");
        assertThat(turn.frames().getLast().kind()).isEqualTo(Kind.DONE);
    }

    @Test
    void tap_reachesTheComponentAndItsEventThePage() {
        assertThat(worker.tree(1).has("chosen")).isFalse();

        worker.turn(1, Kind.EVENT, tapInside("dish-1"));

        assertThat(worker.tree(1).text("chosen")).isEqualTo("chosen soup");
    }

    @Test
    void tap_bubblesToTheNodesAbove() {
        assertThat(worker.turn(1, Kind.EVENT, tapInside("dish-0")).log()).contains("outer dish-0 tap");
    }

    @Test
    void catchtap_keepsTheTapFromTheNodesAbove() {
        assertThat(worker.tap(1, "caught").log()).containsExactly("caught");
        assertThat(worker.tap(1, "outer").log()).containsExactly("outer outer tap");
    }

    @Test
    void input_updatesTheBindingBeforeTheListener() {
        Turn turn = worker.event(1, "note", "input", "{\"value\":\"no onions\",\"cursor\":9}");

        assertThat(turn.log()).containsExactly("typed no onions no onions");
        assertThat(worker.tree(1).text("echo")).isEqualTo("no onions");
    }

    @Test
    void event_onANodeThatIsGoneIsIgnored() {
        Turn turn = worker.turn(1, Kind.EVENT, "{\"page\":1,\"node\":4711,\"type\":\"tap\",\"detail\":{}}");

        assertThat(turn.frames()).extracting(Frame::kind).containsExactly(Kind.DONE);
    }

    @Test
    void phoneButton_asksTheHostAndHearsTheCode() {
        JsonNode call = worker.tap(1, "phone-text").only(Kind.CALL);
        assertThat(call.path("api").asText()).isEqualTo("getPhoneNumber");
        assertThat(call.path("args").path("node").asInt()).isEqualTo(worker.tree(1).byId("phone"));
        assertThat(call.path("args").path("page").asInt()).isEqualTo(1);

        Turn turn = worker.reply(
            1,
            "{\"id\":1,\"ok\":true,\"value\":{\"code\":\"t0ken\",\"errMsg\":\"getPhoneNumber:ok\"}}"
        );

        assertThat(turn.log()).containsExactly("phone {\"code\":\"t0ken\",\"errMsg\":\"getPhoneNumber:ok\"}");
    }

    @Test
    void phoneButton_hearsTheRefusal() {
        worker.tap(1, "phone");

        Turn turn = worker.reply(
            1,
            "{\"id\":1,\"ok\":false,\"value\":{\"errMsg\":\"getPhoneNumber:fail user deny\",\"errno\":1}}"
        );

        assertThat(turn.log()).containsExactly("phone {\"errMsg\":\"getPhoneNumber:fail user deny\",\"errno\":1}");
    }

    @Test
    void navigator_opensItsUrl() {
        worker.tap(1, "link-text");

        assertThat(worker.tree(1).text("id")).isEqualTo("link");
    }

    private String tapInside(String id) {
        return (
            "{\"page\":1,\"node\":" +
            worker.tree(1).innermost(id) +
            ",\"type\":\"tap\",\"detail\":{},\"fields\":{\"touches\":[]}}"
        );
    }
}
