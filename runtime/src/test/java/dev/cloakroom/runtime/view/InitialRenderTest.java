package dev.cloakroom.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import dev.cloakroom.runtime.sandbox.LimitExceeded;
import dev.cloakroom.runtime.sandbox.Limits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InitialRenderTest {

    private static final String OPERATIONS = """
    [["c",1,"root",""],["c",2,"e","view"],["a",1,2],["c",3,"t","hello"],["a",2,3]]""";

    private final PageStack pages = new PageStack(Limits.DEFAULT);

    /** Notes what it is told. */
    private static final class Painter implements PageWatcher {

        final List<String> heard = new ArrayList<>();

        @Override
        public void opened(Page page) {
            heard.add("open " + page.id() + " " + page.path() + " " + page.query() + " " + page.window());
        }

        @Override
        public void operations(Page page, ArrayNode operations) {
            heard.add("ops " + page.id() + " " + operations);
        }

        @Override
        public void shown(Page page) {
            heard.add("show " + page.id());
        }

        @Override
        public void closed(Page page) {
            heard.add("close " + page.id());
        }
    }

    @Test
    void pageThatIsReadAgain_isShownAsItWasUnderTheNumberOfNoPage() throws GuestMisbehaved {
        open(1, "pages/a/a");
        pages.operations(json("{\"page\":1,\"ops\":" + OPERATIONS + "}"));
        pages.page(json("{\"op\":\"show\",\"page\":1}"));
        var painter = new Painter();

        var written = InitialRender.of(pages, "pages/a/a").orElseThrow();
        InitialRender.read(json(written.toString()), "pages/a/a", Limits.DEFAULT).showTo(painter);

        assertThat(painter.heard).hasSize(3).startsWith("open 0 pages/a/a {} {\"title\":\"A\"}").endsWith("show 0");
        assertThat(painter.heard.get(1)).startsWith("ops 0 [[\"c\",1,\"root\"").contains("[\"c\",3,\"t\",\"hello\"]");
    }

    @Test
    void pageThatIsNotTheOneThatShows_isNoneOfThePathAskedFor() throws GuestMisbehaved {
        open(1, "pages/a/a");
        assertThat(InitialRender.of(pages, "pages/a/a")).isEmpty();
        pages.page(json("{\"op\":\"show\",\"page\":1}"));
        open(2, "pages/b/b");
        pages.page(json("{\"op\":\"show\",\"page\":2}"));

        assertThat(InitialRender.of(pages, "pages/a/a")).isEmpty();
        assertThat(InitialRender.of(pages, "pages/b/b")).isPresent();
    }

    @Test
    void read_refusesWhatIsForAnotherPage() {
        var json = json("{\"path\":\"pages/a/a\",\"window\":{},\"ops\":" + OPERATIONS + "}");

        assertThatThrownBy(() -> InitialRender.read(json, "pages/b/b", Limits.DEFAULT)).isInstanceOf(
            GuestMisbehaved.class
        );
    }

    @Test
    void read_refusesWhatAWorkerMayNotSayEither() {
        var json = json("{\"path\":\"pages/a/a\",\"ops\":[[\"a\",1,2]]}");
        var large = json("{\"path\":\"pages/a/a\",\"ops\":" + OPERATIONS + "}");

        assertThatThrownBy(() -> InitialRender.read(json, "pages/a/a", Limits.DEFAULT)).isInstanceOf(
            GuestMisbehaved.class
        );
        assertThatThrownBy(() -> InitialRender.read(large, "pages/a/a", Limits.DEFAULT.withNodes(2))).isInstanceOf(
            LimitExceeded.class
        );
    }

    private void open(int page, String path) throws GuestMisbehaved {
        String window = "{\"title\":\"A\"}";
        pages.page(json("{\"op\":\"open\",\"page\":%d,\"path\":\"%s\",\"window\":%s}".formatted(page, path, window)));
    }

    private static ObjectNode json(String text) {
        return Json.parseObject(text).orElseThrow();
    }
}
