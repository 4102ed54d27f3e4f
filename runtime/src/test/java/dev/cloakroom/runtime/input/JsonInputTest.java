package dev.cloakroom.runtime.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonInputTest {

    @Test
    void matching_returnsTheInputThatObeys() {
        JsonInput input = app("{\"pages\": [\"pages/menu/menu\"], \"sitemapLocation\": \"sitemap.json\"}");

        assertThat(input.matching("app")).isSameAs(input);
    }

    @Test
    void matching_namesTheMissingMember() {
        assertRefused("{}", "app.json:1:1: `pages` is missing");
    }

    @Test
    void matching_namesTheEmptyList() {
        assertRefused("{\n  \"window\": {},\n  \"pages\": []}", "app.json:3:3: `pages` must not be empty");
    }

    @Test
    void matching_namesTheExpectedType() {
        assertRefused("{\"pages\": \"a\"}", "app.json:1:2: `pages` must be a list");
        assertRefused("[]", "app.json:1:1: the whole must be an object");
    }

    @Test
    void matching_listsKnownNamesForAnUnknownOne() {
        assertRefused(
            "{\"pages\": [\"a\"],\n \"cloakroom\": {\n  \"domains\": []}}",
            "app.json:3:3: `cloakroom.domains` is not known here, known are `requestDomains`, `recipients`"
        );
    }

    @Test
    void matching_listsAllowedValues() {
        assertThatThrownBy(() -> app("{\"pages\": [\"a\"], \"requiredPrivateInfos\": [\"getPhone\"]}").matching("app"))
            .isInstanceOf(BadInput.class)
            .hasMessageStartingWith("app.json:1:43: `requiredPrivateInfos[0]` must be one of `getFuzzyLocation`, ");
    }

    @Test
    void matching_quotesNamesWithDots() {
        assertRefused(
            "{\"pages\": [\"a\"], \"permission\": {\"scope.phoneNumber\": {}}}",
            "app.json:1:33: `permission[\"scope.phoneNumber\"].desc` is missing"
        );
    }

    @Test
    void matching_reportsEachViolationOnALineOfItsOwn() {
        assertRefused(
            "{\"pages\": [\"/a\",\n\"../b\"]}",
            """
            app.json:1:12: `pages[0]` must be a path such as `pages/menu/menu`, without a leading slash, `..` or a suffix
            app.json:2:1: `pages[1]` must be a path such as `pages/menu/menu`, without a leading slash, `..` or a suffix"""
        );
    }

    private static JsonInput app(String text) {
        return JsonFiles.read("app.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> app(text).matching("app"))
            .isInstanceOf(BadInput.class)
            .hasMessage(message);
    }
}
