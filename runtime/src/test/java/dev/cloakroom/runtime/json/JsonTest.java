package dev.cloakroom.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void smallThingsInGreatNumber_areRefused() {
        String arrays = "[],".repeat(900_000);

        assertThat(Json.parseObject("{\"a\": [" + arrays + "7]}")).isPresent();
        assertThat(Json.parseObject("{\"a\": [" + arrays + arrays + "7]}")).isEmpty();
    }
}
