package dev.cloakroom.runtime.dev;

import dev.cloakroom.runtime.input.BadInput;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The developer's back end as a process of its own. It knows the public HTTP API and its program's
 * credentials, both from its environment, and nothing else of the host.
 */
public final class DeveloperBackend implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration STOP = Duration.ofSeconds(2);
    private static final String LISTENING = "listening on ";
    private static final int LOG_CHARACTERS = 1 << 20;

    private final Process process;
    private final String name;
    private final Listener listener;
    private final BackendLog log;
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private volatile boolean closing;

    /** Hears a back end, on a thread of its own. */
    public interface Listener {
        /** It wrote a line. */
        void backendLog(String line);

        /** It listened, and ended by itself; {@code why} says how. */
        void backendEnded(String why);
    }

    private DeveloperBackend(Process process, String name, Listener listener) {
        this.process = process;
        this.name = name;
        this.listener = listener;
        this.log = new BackendLog(listener::backendLog, LOG_CHARACTERS);
    }

    /**
     * Starts the process and waits until it listens: a line {@code listening on http://127.0.0.1:4711}
     * on its standard output.
     *
     * @param folder the program's folder, in which the command runs
     * @param environment what it is told; it inherits only {@code PATH}
     * @throws BadInput when it does not
     */
    public static DeveloperBackend start(
        List<String> command,
        Path folder,
        Map<String, String> environment,
        Listener listener
    ) {
        String name = "the back end `" + String.join(" ", command) + "` ";
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().retainAll(List.of("PATH", "SystemRoot"));
        builder.environment().putAll(environment);
        try {
            var backend = new DeveloperBackend(builder.start(), name, listener);
            Thread.ofVirtual().name("backend-log").start(backend::hear);
            backend.awaitAddress();
            return backend;
        } catch (IOException e) {
            throw new BadInput(
                DevConfig.FILE,
                name + "cannot be started: there is no program `" + command.getFirst() + "` on the PATH"
            );
        }
    }

    /** Where it listens. */
    public URI address() {
        return address.join();
    }

    /** Ends it and the processes that it started. */
    @Override
    public void close() {
        closing = true;
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        family.forEach(ProcessHandle::destroy);
        CompletableFuture<?>[] exits = family
            .stream()
            .map(ProcessHandle::onExit)
            .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(exits).completeOnTimeout(null, STOP.toMillis(), TimeUnit.MILLISECONDS).join();
        family.forEach(ProcessHandle::destroyForcibly);
    }

    private void awaitAddress() {
        try {
            address.orTimeout(START.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            close();
            throw e.getCause() instanceof BadInput known
                ? known
                : bad("did not print " + wanted() + " within " + START.toSeconds() + " s");
        }
    }

    private static String wanted() {
        return "a line `" + LISTENING + "http://127.0.0.1:4711`";
    }

    private BadInput bad(String problem) {
        return new BadInput(DevConfig.FILE, name + problem);
    }

    private void hear() {
        try (var lines = new ShortLines(process.getInputStream())) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                log.line(line);
                if (line.startsWith(LISTENING)) {
                    listens(line.substring(LISTENING.length()));
                }
            }
        } catch (IOException e) {
            log.line("the back end's output broke off");
        } finally {
            end();
        }
    }

    private void listens(String where) {
        URI uri = URI.create(where.matches("https?://[\\w.-]+(:\\d{1,5})?/?") ? where : "");
        if (uri.getHost() == null) {
            address.completeExceptionally(bad("printed `" + LISTENING + where + "` and not " + wanted()));
        } else {
            address.complete(uri);
        }
    }

    private void end() {
        String how = "ended with status " + process.onExit().join().exitValue();
        String why = log.complaint().isEmpty() ? "" : ": " + log.complaint();
        boolean early = address.completeExceptionally(bad(how + " before it listened" + why));
        if (!early && !closing) {
            listener.backendEnded(name + how + why);
        }
    }
}
