package dev.cloakroom.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cloakroom.host.proof.ClientAssertion;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever was done to an assertion: if it is good, it is the same program's. */
class AssertionFuzzTest {

    @Tag("fuzz")
    @FuzzTest(maxDuration = "20m")
    void assertion_isGoodOnlyIfItWasMadeSo(byte[] input) {
        var audience = Set.of(FuzzedApi.API + "/v1/token");
        ClientAssertion.parse(FuzzedApi.text(input))
            .filter(assertion -> assertion.verify(FuzzedApi.KEYS, audience, FuzzedApi.CLOCK).isPresent())
            .ifPresent(good -> assertThat(good.claimedIssuer()).isEqualTo(FuzzedApi.SHOP.program()));
    }

    @Test
    void assertion_thatWasChanged_isGoodOnlyIfItWasMadeSo() throws Exception {
        FuzzedApi.mutate(this::assertion_isGoodOnlyIfItWasMadeSo, FuzzedApi.SHOP.assertion());
    }
}
