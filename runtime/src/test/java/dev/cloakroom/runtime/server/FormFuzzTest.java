package dev.cloakroom.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A form that a stranger posts. */
class FormFuzzTest {

    @Tag("fuzz")
    @FuzzTest(maxDuration = "20m")
    void form_isReadOrRefused(byte[] input) {
        var form = Form.parse(FuzzedApi.text(input));
        form.flatMap(read -> read.parameter("token")).ifPresent(token -> assertThat(token).isNotEmpty());
    }

    @Test
    void form_thatWasChanged_isReadOrRefused() throws Exception {
        FuzzedApi.mutate(
            this::form_isReadOrRefused,
            "token=abc&token_type_hint=%E4%BD%A0",
            "grant_type=client_credentials&a=b%2Fc"
        );
    }
}
