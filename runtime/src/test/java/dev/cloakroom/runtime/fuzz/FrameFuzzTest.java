package dev.cloakroom.runtime.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.FrameReader;
import dev.cloakroom.protocol.FrameWriter;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.protocol.ProtocolException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FrameFuzzTest {

    private static final int MAX_BYTES = 1 << 16;

    @Tag("fuzz")
    @FuzzTest(maxDuration = "30m")
    void decoder_takesAnyBytes(byte[] input) throws IOException {
        var reader = new FrameReader(new ByteArrayInputStream(input), Kind.Sender.WORKER, MAX_BYTES);
        try {
            for (Frame frame = reader.read(); frame != null; frame = reader.read()) {
                assertReadsBack(frame);
            }
        } catch (ProtocolException refused) {
            assertThat(refused).hasMessageNotContaining("Exception");
        }
    }

    @Test
    void decoder_takesChangedFrames() throws Exception {
        Mutations.run(
            this::decoder_takesAnyBytes,
            50_000,
            "\0\0\0\u0007g\0\0\0\u0001{}",
            "\0\0\0\u0009c\0\0\0\u0002{\"\"}\0\0\0\u0007d\0\0\0\u0001{}"
        );
    }

    private static void assertReadsBack(Frame frame) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new FrameWriter(bytes).write(frame);
        var back = new FrameReader(new ByteArrayInputStream(bytes.toByteArray()), Kind.Sender.WORKER, MAX_BYTES);
        assertThat(back.read()).isEqualTo(frame);
    }
}
