package dev.cloakroom.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cloakroom.host.proof.DpopVerifier;
import dev.cloakroom.host.proof.HttpTarget;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever was done to a proof: if it is good, it is the same key's and the same proof. */
class ProofFuzzTest {

    private static final DpopVerifier VERIFIER = new DpopVerifier(FuzzedApi.CLOCK);
    private static final HttpTarget TARGET = new HttpTarget("POST", Set.of(URI.create(FuzzedApi.API + "/v1/redeem")));

    @Tag("fuzz")
    @FuzzTest(maxDuration = "20m")
    void proof_isGoodOnlyIfItWasMadeSo(byte[] input) throws Exception {
        var outcome = VERIFIER.verify(FuzzedApi.text(input), TARGET, Optional.empty());
        if (outcome instanceof DpopVerifier.Outcome.Good(var proof)) {
            assertThat(proof.thumbprint()).isEqualTo(FuzzedApi.SHOP.key().computeThumbprint().toString());
            assertThat(proof.id()).isEqualTo("the-one-proof");
        }
    }

    @Test
    void proof_thatWasChanged_isGoodOnlyIfItWasMadeSo() throws Exception {
        var good = FuzzedApi.SHOP.proof("/v1/redeem", claims -> claims.jwtID("the-one-proof"));
        assertThat(VERIFIER.verify(good, TARGET, Optional.empty())).isInstanceOf(DpopVerifier.Outcome.Good.class);
        FuzzedApi.mutate(this::proof_isGoodOnlyIfItWasMadeSo, good);
    }
}
