package dev.cloakroom.runtime.leak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fifteen megabytes of what honest programs write hold no planted value. */
class FalseAlarmTest {

    private static final int LENGTH = 1_500_000;

    /** @param next a next word; words stand on lines of their own */
    record Noise(String name, Function<Random, String> next) {
        String text(Random random) {
            StringBuilder out = new StringBuilder(LENGTH + 200);
            while (out.length() < LENGTH) {
                out.append(next.apply(random)).append('\n');
            }
            return out.toString();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Noise> noises() {
        return Stream.of(
            new Noise("base64", random -> Base64.getEncoder().encodeToString(bytes(random, 120))),
            new Noise("base64url tokens", random ->
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, 32))
            ),
            new Noise("hex", random -> HexFormat.of().formatHex(bytes(random, 32))),
            new Noise("uuids", random -> new UUID(random.nextLong(), random.nextLong()).toString()),
            new Noise("times", random -> time(random).toString()),
            new Noise("milliseconds", random -> "" + time(random).toEpochMilli()),
            new Noise("random numbers", random -> "" + random.nextDouble()),
            new Noise("base36 ids", random -> Long.toString(random.nextLong() >>> 1, 36))
        );
    }

    @ParameterizedTest
    @MethodSource("noises")
    void inText_noise_raisesNoAlarm(Noise noise) {
        assertThat(Planted.SCAN.inText("noise", noise.text(new Random(Planted.SEED)))).isEmpty();
    }

    @Test
    void inJson_records_raiseNoAlarm() {
        Random random = new Random(Planted.SEED);
        ArrayNode records = new ObjectMapper().createArrayNode();
        for (int i = 0; i < LENGTH / 200; i++) {
            records
                .addObject()
                .put("id", i)
                .put("price", random.nextInt(100_000) / 100.0)
                .put("at", time(random).toString())
                .put("token", Base64.getUrlEncoder().encodeToString(bytes(random, 48)))
                .put("digest", HexFormat.of().formatHex(bytes(random, 32)));
        }
        assertThat(Planted.SCAN.inJson(records)).isEmpty();
    }

    @Test
    void inBytes_randomBytes_raiseNoAlarm() {
        assertThat(Planted.SCAN.inBytes("noise", bytes(new Random(Planted.SEED), LENGTH))).isEmpty();
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Instant time(Random random) {
        return Instant.ofEpochMilli(1_790_000_000_000L + random.nextLong(40_000_000_000L));
    }
}
