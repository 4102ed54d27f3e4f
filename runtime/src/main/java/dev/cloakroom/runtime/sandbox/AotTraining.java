package dev.cloakroom.runtime.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The run of a worker from which the JVM makes its cache. It sees no input but our own, so it runs unconfined. */
final class AotTraining implements AotCache.Training {

    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final Path NICE = Path.of("/usr/bin/nice");

    private final WorkerCommand command;

    AotTraining(WorkerCommand command) {
        this.command = command;
    }

    /** @throws IOException when it does not succeed in time */
    @Override
    public Path run(Path folder) throws IOException {
        Path output = folder.resolve("worker.aot");
        Process process = start(folder, output);
        try (var _ = new AtExit(process::destroyForcibly)) {
            await(process);
        }
        if (process.exitValue() != 0 || !Files.isRegularFile(output)) {
            throw new IOException("the training run ended with status " + process.exitValue());
        }
        return output;
    }

    private Process start(Path folder, Path output) throws IOException {
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            line.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        line.addAll(command.line(List.of(Launcher.QUICK, "-Xmx128m", "-XX:AOTCacheOutput=" + output), "train"));
        var builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().clear();
        Process process = builder
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("training.log").toFile())
            .start();
        process.getOutputStream().close();
        return process;
    }

    private static void await(Process process) throws IOException {
        try {
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IOException("interrupted", e);
        }
    }
}
