package dev.cloakroom.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import dev.cloakroom.runtime.sandbox.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageStackTest {

    private final PageStack pages = new PageStack(Limits.DEFAULT);

    @Test
    void pages_standInTheOrderInWhichTheyOpened() throws Exception {
        open(1);
        open(2);
        show(2);

        assertThat(paths()).containsExactly("pages/p1", "pages/p2");
        assertThat(pages.visible()).isEqualTo(2);
        assertThat(pages.<Integer>readVisible(page -> page.orElseThrow().query().size())).isEqualTo(1);
    }

    @Test
    void closedPage_isNeitherThereNorVisible() throws Exception {
        open(1);
        show(1);
        page("{\"op\": \"close\", \"page\": 1}");

        assertThat(paths()).isEmpty();
        assertThat(pages.visible()).isZero();
        assertThat(pages.<Boolean>readVisible(page -> page.isEmpty())).isTrue();
    }

    @Test
    void nothing_isVisibleBeforeItIsShown() throws Exception {
        open(1);

        assertThat(pages.visible()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "{\"op\": \"open\", \"page\": 1}",
            "{\"op\": \"open\", \"page\": 2}",
            "{\"op\": \"open\", \"page\": 0}",
            "{\"op\": \"open\", \"page\": \"x\"}",
            "{\"op\": \"open\"}",
            "{\"op\": \"show\", \"page\": 1}",
            "{\"op\": \"show\", \"page\": 3}",
            "{\"op\": \"close\", \"page\": 1}",
            "{\"op\": \"hide\", \"page\": 2}",
            "{\"page\": 2}",
            "{}",
        }
    )
    void frameThatMakesNoSense_isRefused(String frame) throws Exception {
        open(1);
        open(2);
        page("{\"op\": \"close\", \"page\": 1}");

        assertThatThrownBy(() -> page(frame)).isInstanceOf(GuestMisbehaved.class);
        assertThat(paths()).containsExactly("pages/p2");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 3, 0, -1 })
    void operationsOnAPageThatIsNotOpen_areRefused(int page) throws Exception {
        open(1);
        open(2);
        page("{\"op\": \"close\", \"page\": 1}");

        assertThatThrownBy(() -> operations(page))
            .isInstanceOf(GuestMisbehaved.class)
            .hasMessage("it named a page that is not open");
    }

    @Test
    void pagesBeyondTheLimit_areRefused() throws Exception {
        for (int i = 1; i <= Limits.DEFAULT.pages(); i++) {
            open(i);
        }

        assertThatThrownBy(() -> open(Limits.DEFAULT.pages() + 1))
            .isInstanceOf(GuestMisbehaved.class)
            .hasMessage("it opened more than 12 pages (limit `pages`)");
    }

    @Test
    void trees_areOfTheirPagesAlone() throws Exception {
        open(1);
        open(2);
        operations(2);

        assertThat(
            pages.<List<Boolean>>read(all ->
                all
                    .stream()
                    .map(page -> page.tree().root().isPresent())
                    .toList()
            )
        ).containsExactly(false, true);
    }

    private List<String> paths() {
        return pages.read(all -> all.stream().map(Page::path).toList());
    }

    @Test
    void pageWithEndlessParameters_isRefused() {
        String query = "x".repeat(2 << 20);

        assertThatThrownBy(() ->
            page("{\"op\": \"open\", \"page\": 1, \"path\": \"a\", \"query\": {\"q\": \"" + query + "\"}}")
        )
            .isInstanceOf(GuestMisbehaved.class)
            .hasMessageContaining("parameters");
    }

    private void open(int page) throws GuestMisbehaved {
        page(
            "{\"op\": \"open\", \"page\": " + page + ", \"path\": \"pages/p" + page + "\", \"query\": {\"a\": \"1\"}}"
        );
    }

    private void show(int page) throws GuestMisbehaved {
        page("{\"op\": \"show\", \"page\": " + page + "}");
    }

    private void operations(int page) throws GuestMisbehaved {
        pages.operations(
            Json.parseObject("{\"page\": " + page + ", \"ops\": [[\"c\", 1, \"root\", \"page\"]]}").orElseThrow()
        );
    }

    private void page(String frame) throws GuestMisbehaved {
        pages.page(Json.parseObject(frame).orElseThrow());
    }
}
