package dev.cloakroom.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {

    private static final int MAX = 1000;

    @Test
    void frames_arriveAsTheyWereWritten() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = new FrameWriter(bytes);
        var first = new Frame(Kind.CALL, 7, "{\"api\":\"login\"}");
        var second = new Frame(Kind.OPS, -1, "{\"text\":\"手机号 \uD83D\uDCF1\"}");
        writer.write(first);
        writer.write(second);

        var reader = reader(bytes.toByteArray());

        assertThat(reader.read()).isEqualTo(first);
        assertThat(reader.read()).isEqualTo(second);
        assertThat(reader.read()).isNull();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "000003e963000000017b7d, at most 1000 are allowed",
        "ffffffff63000000017b7d, at most 1000 are allowed",
        "0000000463000000, at most 1000 are allowed",
        "00000007 63 00000001 7b, the stream ended inside a frame",
        "0000, the stream ended inside a frame",
        "00000007 45 00000001 7b7d, no frame of kind 69 comes from the WORKER",
        "00000007 7a 00000001 7b7d, no frame of kind 122 comes from the WORKER",
        "00000007 63 00000001 c328, a frame that is not UTF-8",
    })
    void bytesThatAreNoFrame_areRefusedWithTheReason(String hex, String reason) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));

        assertThatThrownBy(() -> reader(bytes).read())
            .isInstanceOf(ProtocolException.class)
            .hasMessageContaining(reason);
    }

    @Test
    void randomBytes_neverYieldAnythingButFramesAndProtocolExceptions() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            // most random lengths are too long; make some plausible so that the rest is reached
            if (bytes.length > 4 && random.nextBoolean()) {
                bytes[0] = bytes[1] = bytes[2] = 0;
            }
            try {
                reader(bytes).read();
            } catch (ProtocolException expected) {
                assertThat(expected).hasMessageNotContaining("null");
            } catch (IOException | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", bytes " + HexFormat.of().formatHex(bytes), e);
            }
        }
    }

    private static FrameReader reader(byte[] bytes) {
        return new FrameReader(new ByteArrayInputStream(bytes), Kind.Sender.WORKER, MAX);
    }
}
