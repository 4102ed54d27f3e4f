package dev.cloakroom.worker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.FrameReader;
import dev.cloakroom.protocol.FrameWriter;
import dev.cloakroom.protocol.Kind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker as a process of its own. */
class WorkerMainTest {

    private static final int PATIENCE_SECONDS = 60;
    private static final int MAX_FRAME_BYTES = 1 << 20;
    // what its app.js does is not stopped by closing the engine
    private static final String PROGRAM = """
    {"appId":"","files":{"app.js":"console.log(1); Array.from({length: 2 ** 31})"},"json":{"app.json":{"pages":[]}},"wxss":{},"templates":"({})"}""";

    @TempDir
    private Path folder;

    @Test
    void process_speaksFramesAndEndsWithItsInput() throws Exception {
        Process process = start();
        FrameReader in = new FrameReader(process.getInputStream(), Kind.Sender.WORKER, MAX_FRAME_BYTES);
        FrameWriter out = new FrameWriter(process.getOutputStream());

        assertThat(kind(in)).isEqualTo(Kind.READY);
        out.write(Frame.toWorker(Kind.LOAD, PROGRAM));
        assertThat(kind(in)).isEqualTo(Kind.LOADED);
        process.getOutputStream().close();

        assertEnds(process, 0);
    }

    @Test
    void process_endsWithItsInputThoughAProgramRuns() throws Exception {
        Process process = start();
        FrameReader in = new FrameReader(process.getInputStream(), Kind.Sender.WORKER, MAX_FRAME_BYTES);
        FrameWriter out = new FrameWriter(process.getOutputStream());
        out.write(Frame.toWorker(Kind.LOAD, PROGRAM));
        out.write(
            new Frame(
                Kind.OPEN,
                1,
                "{\"seq\":1,\"launch\":{\"path\":\"\",\"query\":{},\"scene\":0},\"storage\":{},\"device\":{}}"
            )
        );
        while (kind(in) != Kind.LOG) {}
        Thread.ofVirtual().start(() -> drain(in));
        process.getOutputStream().close();

        assertEnds(process, 0);
    }

    @Test
    void unknownMode_isRefused() throws Exception {
        assertEnds(start("no-such-mode"), 1);
    }

    private Process start(String... args) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> flags = List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
        Stream<String> main = Stream.of("-cp", classPath(), WorkerMain.class.getName());
        return new ProcessBuilder(
            Stream.of(Stream.of(java), flags.stream(), main, Stream.of(args))
                .flatMap(part -> part)
                .toList()
        )
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    }

    // behind the walls no folder is read any more, only jars that are open
    private String classPath() throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            entries.add(Files.isDirectory(path) ? jar(path, entries.size() + ".jar") : entry);
        }
        return String.join(File.pathSeparator, entries);
    }

    private String jar(Path classes, String name) throws IOException {
        Path jar = folder.resolve(name);
        try (var out = new JarOutputStream(Files.newOutputStream(jar)); Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar.toString();
    }

    private static Kind kind(FrameReader in) throws IOException {
        return requireNonNull(in.read()).kind();
    }

    private static void drain(FrameReader in) {
        try {
            while (in.read() != null) {}
        } catch (IOException endedInsideAFrame) {
            // the process may end while it writes
        }
    }

    private static void assertEnds(Process process, int status) throws InterruptedException {
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(status);
        } finally {
            process.destroyForcibly();
        }
    }
}
