package dev.cloakroom.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void smallThingsInGreatNumber_areRefused() {
        String arrays = "[],".repeat(900_000);

        assertThat(Json.parseObject("{\"a\": [" + arrays + "7]}")).isPresent();
        assertThat(Json.parseObject("{\"a\": [" + arrays + arrays + "7]}")).isEmpty();
    }

    @Test
    void pretty_isTextThatEveryEncodingCanWriteAndReadsBackTheSame() {
        ObjectNode hostile = Json.object().put("halves \uD800", "\uDFFF and \uD83C\uDF5C whole, \\u0041");

        String pretty = Json.pretty(hostile);

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(pretty)).isTrue();
        assertThat(Json.parseObject(pretty)).contains(hostile);
    }
}
