package dev.cloakroom.host.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link Victim} in a JVM of its own, from outside. */
final class VictimProcess implements AutoCloseable {

    /** The last of its lines. */
    static final String END = "end";
    /** What is heard when nothing is. */
    static final String SILENCE = "";

    private final Process process;
    private final PrintStream in;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Path errors;

    private VictimProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread.ofVirtual().start(this::read);
    }

    /** Starts one over {@code directory}; {@code scratch} is for its native library and what it says on its error output. */
    static VictimProcess start(
        Path directory,
        Path scratch,
        Engine engine,
        String fatal,
        int times,
        Sabotage sabotage
    ) {
        var command = new ArrayList<>(LaunchKit.command());
        command.add("-Dorg.sqlite.tmpdir=" + scratch);
        command.add(Victim.class.getName());
        command.addAll(List.of(directory.toString(), engine.name(), fatal, Integer.toString(times), sabotage.name()));
        try {
            var errors = scratch.resolve("errors.txt");
            return new VictimProcess(new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line counts when its end has come: what a dying process wrote half it has not said. */
    private void read() {
        try (var out = process.getInputStream()) {
            for (var line = line(out); !line.equals(END); line = line(out)) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("broken " + e.getMessage());
        }
        lines.add(END);
    }

    private static String line(InputStream out) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = out.read(); next >= 0; next = out.read()) {
            if (next == '\n') {
                return line.toString(StandardCharsets.UTF_8);
            }
            line.write(next);
        }
        return END;
    }

    long pid() {
        return process.pid();
    }

    void tell(Operation operation) {
        in.println(operation.line());
    }

    /** Its next line; {@link #SILENCE} when there is none within the time. */
    String hear(Duration patience) {
        try {
            var line = lines.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            return line == null ? SILENCE : line;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL: nothing in the process hears of it. */
    void kill() {
        process.destroyForcibly();
    }

    /** Ends its input, so that it ends in good order. */
    void dismiss() {
        in.close();
    }

    /** What it wrote on its error output. */
    String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
