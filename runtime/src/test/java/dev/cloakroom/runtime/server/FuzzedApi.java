package dev.cloakroom.runtime.server;

import com.nimbusds.jose.jwk.JWKSet;
import dev.cloakroom.host.proof.PublicKeys;
import dev.cloakroom.runtime.fuzz.FuzzTarget;
import dev.cloakroom.runtime.fuzz.Mutations;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** What the fuzz tests of the parsers that a stranger's HTTP reaches have in common. */
final class FuzzedApi {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T08:00:00Z"), ZoneOffset.UTC);
    static final URI API = URI.create("http://127.0.0.1:1");
    static final BackEnd SHOP = new BackEnd("wx1", BackEnd.newKey(), API, CLOCK);
    static final PublicKeys KEYS = PublicKeys.parse(new JWKSet(SHOP.key()).toString(true));

    private FuzzedApi() {}

    static void mutate(FuzzTarget target, String... examples) throws Exception {
        Mutations.run(target, 3_000, examples);
    }

    static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
