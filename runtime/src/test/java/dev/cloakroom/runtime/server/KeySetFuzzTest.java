package dev.cloakroom.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jose.jwk.JWKSet;
import dev.cloakroom.host.proof.PublicKeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A key set that a developer registers. */
class KeySetFuzzTest {

    @Tag("fuzz")
    @FuzzTest(maxDuration = "20m")
    void keys_arePublicOrRefusedInWords(byte[] input) {
        try {
            assertThat(PublicKeys.parse(FuzzedApi.text(input)).toJson()).doesNotContain("\"d\":");
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).contains("key");
        }
    }

    @Test
    void keys_thatWereChanged_arePublicOrRefusedInWords() throws Exception {
        FuzzedApi.mutate(
            this::keys_arePublicOrRefusedInWords,
            FuzzedApi.KEYS.toJson(),
            new JWKSet(FuzzedApi.SHOP.key()).toString(false)
        );
    }
}
