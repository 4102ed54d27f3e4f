package dev.cloakroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.FrameReader;
import dev.cloakroom.protocol.FrameWriter;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.worker.compile.CompileMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A program in a folder, compiled as a host has it compiled. */
final class TestProgram {

    private static final int MAX_FRAME_BYTES = 16 << 20;

    private TestProgram() {}

    /** The JSON of a LOAD frame. */
    static String load(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return load(root, files.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String load(Path root, List<Path> files) throws IOException {
        ObjectNode load = TestWorker.JSON.createObjectNode().put("appId", "wxtest");
        ObjectNode json = load.putObject("json");
        ObjectNode wxss = load.putObject("wxss");
        ObjectNode sources = TestWorker.JSON.createObjectNode();
        for (Path file : files) {
            String path = root.relativize(file).toString();
            String text = Files.readString(file);
            if (path.endsWith(".json")) {
                json.set(path, TestWorker.parse(text));
            } else {
                (path.endsWith(".wxss") ? wxss : sources).put(path, text);
            }
        }
        JsonNode compiled = compile(sources);
        load.set("files", compiled.path("files"));
        return load.put("templates", compiled.path("templates").asText()).toString();
    }

    private static JsonNode compile(ObjectNode sources) throws IOException {
        TestPipe in = new TestPipe();
        TestPipe back = new TestPipe();
        ObjectNode frame = TestWorker.JSON.createObjectNode().set("files", sources);
        new FrameWriter(in.sink()).write(Frame.toWorker(Kind.COMPILE, frame.toString()));
        in.sink().close();
        CompileMode.run(
            new FrameReader(in.source(), Kind.Sender.HOST, MAX_FRAME_BYTES),
            new FrameWriter(back.sink()),
            () -> "{}"
        );
        FrameReader answers = new FrameReader(back.source(), Kind.Sender.WORKER, MAX_FRAME_BYTES);
        assertThat(Objects.requireNonNull(answers.read()).kind()).isEqualTo(Kind.READY);
        return TestWorker.read(Objects.requireNonNull(answers.read()));
    }
}
