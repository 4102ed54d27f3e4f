package dev.cloakroom.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cloakroom.host.identity.Ids;
import dev.cloakroom.runtime.json.Json;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The body of a redemption. */
class RedemptionFuzzTest {

    @Tag("fuzz")
    @FuzzTest(maxDuration = "20m")
    void redemption_isReadOrRefused(byte[] input) {
        Json.parseObject(FuzzedApi.text(input))
            .flatMap(body -> RedemptionRoutes.request(body, Optional.empty()))
            .ifPresent(request -> {
                assertThat(Ids.isId(request.recipient().value())).isTrue();
                assertThat(request.parameters().values()).doesNotContainNull();
            });
    }

    @Test
    void redemption_thatWasChanged_isReadOrRefused() throws Exception {
        FuzzedApi.mutate(
            this::redemption_isReadOrRefused,
            BackEnd.redemption("abc"),
            """
            {"token":"a","action":"send-sms","recipient":"sms-gateway","parameters":{"a":"\\u4f60","b":""}}"""
        );
    }
}
