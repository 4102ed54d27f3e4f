package dev.cloakroom.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.view.PageStack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageUrlTest {

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"table\":\"7\"}", "{\"a b\":\"1&2=3?\",\"桌\":\"七 %\",\"empty\":\"\"}" })
    void addressOfAPage_leadsToThatPage(String query) throws Exception {
        var stack = new PageStack(Limits.DEFAULT);
        ObjectNode opened = Json.parseObject(
            "{\"op\":\"open\",\"page\":1,\"path\":\"pages/menu/menu\",\"query\":%s}".formatted(query)
        ).orElseThrow();
        stack.page(opened);

        PageUrl again = PageUrl.of(stack.read(pages -> pages.getFirst().url()));

        assertThat(again.path()).isEqualTo("pages/menu/menu");
        assertThat(again.query()).isEqualTo(opened.get("query"));
    }
}
