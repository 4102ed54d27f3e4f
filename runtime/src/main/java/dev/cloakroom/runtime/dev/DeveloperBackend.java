package dev.cloakroom.runtime.dev;

import dev.cloakroom.runtime.input.BadInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The developer's back end as a process of its own. It knows the public HTTP API and its program's
 * credentials, both from its environment, and nothing else of the host.
 */
public final class DeveloperBackend implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration STOP = Duration.ofSeconds(2);
    private static final String LISTENING = "listening on ";

    private final Process process;
    private final String name;
    private final Consumer<String> log;
    private final CompletableFuture<URI> address = new CompletableFuture<>();

    private DeveloperBackend(Process process, String name, Consumer<String> log) {
        this.process = process;
        this.name = name;
        this.log = log;
    }

    /**
     * Starts the process and waits until it listens: a line {@code listening on http://127.0.0.1:4711}
     * on its standard output.
     *
     * @param folder the program's folder, in which the command runs
     * @param environment what it is told; it inherits only {@code PATH}
     * @param log hears each line that it writes
     */
    public static DeveloperBackend start(
        List<String> command,
        Path folder,
        Map<String, String> environment,
        Consumer<String> log
    ) {
        String name = String.join(" ", command);
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().retainAll(List.of("PATH", "SystemRoot"));
        builder.environment().putAll(environment);
        try {
            var backend = new DeveloperBackend(builder.start(), name, log);
            Thread.ofVirtual().name("backend-log").start(backend::readLog);
            backend.awaitAddress();
            return backend;
        } catch (IOException e) {
            throw new BadInput(DevConfig.FILE, "the back end `" + name + "` cannot be started: " + e.getMessage());
        }
    }

    /** Where it listens. */
    public URI address() {
        return address.join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAddress() {
        try {
            address.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            close();
            throw new BadInput(DevConfig.FILE, whyNot(e));
        } catch (InterruptedException e) {
            close();
            throw new IllegalStateException("interrupted while the back end started", e);
        }
    }

    private String whyNot(Exception e) {
        return e instanceof TimeoutException
            ? "the back end `" + name + "` did not print `" + LISTENING + "http://…` within " + START.toSeconds() + " s"
            : "the back end `" + name + "` ended before it listened; its output says why";
    }

    private void readLog() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!address.isDone() && line.startsWith(LISTENING)) {
                    address.complete(URI.create(line.substring(LISTENING.length()).strip()));
                }
                log.accept(line);
            }
        } catch (IOException e) {
            log.accept("the back end's output broke off");
        } finally {
            address.completeExceptionally(new IOException("ended"));
        }
    }
}
