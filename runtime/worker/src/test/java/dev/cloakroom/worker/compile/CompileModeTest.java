package dev.cloakroom.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.FrameReader;
import dev.cloakroom.protocol.FrameWriter;
import dev.cloakroom.protocol.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CompileModeTest {

    private final ByteArrayOutputStream toWorker = new ByteArrayOutputStream();
    private final ByteArrayOutputStream fromWorker = new ByteArrayOutputStream();

    @Test
    void run_answersEachPackageUntilTheStreamEnds() throws Exception {
        send(Frame.toWorker(Kind.COMPILE, "{\"files\": {\"a.js\": \"1\"}}"));
        send(Frame.toWorker(Kind.COMPILE, "{\"files\": {\"b.js\": \"2\"}}"));

        run();

        FrameReader answers = answers();
        assertThat(answers.read()).isEqualTo(Frame.toWorker(Kind.READY, "{}"));
        assertThat(answers.read()).extracting(Frame::kind).isEqualTo(Kind.COMPILED);
        assertThat(answers.read()).extracting(Frame::json).asString().startsWith("{\"files\":{\"b.js\":\"2\"},");
        assertThat(answers.read()).isNull();
    }

    @Test
    void run_endsOnFrameThatHasNoPlaceHere() throws Exception {
        send(Frame.toWorker(Kind.LOAD, "{}"));

        assertThatThrownBy(this::run)
            .isInstanceOf(IOException.class)
            .hasRootCauseMessage("a frame LOAD in compile mode");
    }

    private void send(Frame frame) throws IOException {
        new FrameWriter(toWorker).write(frame);
    }

    private void run() throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(toWorker.toByteArray());
        CompileMode.run(new FrameReader(in, Kind.Sender.HOST, 1 << 20), new FrameWriter(fromWorker), () -> "{}");
    }

    private FrameReader answers() {
        return new FrameReader(new ByteArrayInputStream(fromWorker.toByteArray()), Kind.Sender.WORKER, 1 << 20);
    }
}
