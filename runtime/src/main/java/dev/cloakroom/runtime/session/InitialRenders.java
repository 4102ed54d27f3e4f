package dev.cloakroom.runtime.session;

import dev.cloakroom.runtime.program.Manifest;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.view.InitialRender;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the pages of one program show before it runs. A page is learned by having {@link Nobody} open it, once, in a
 * process of its own: no user has been or will be in it, so that not even one that the program took over has anything
 * of a user's to show, and whatever happens to it concerns nobody.
 */
final class InitialRenders {

    private static final Logger LOG = LoggerFactory.getLogger(InitialRenders.class);
    /** A program that just started has the machine to itself for so long. */
    private static final Duration LATER = Duration.ofSeconds(3);

    private final HeadStart headStart;
    private final Manifest manifest;
    private final Supplier<Sandbox> start;
    private final Limits limits;
    private final Set<String> tried = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param start starts a process with the program in it */
    InitialRenders(HeadStart headStart, Manifest manifest, Supplier<Sandbox> start, Limits limits) {
        this.headStart = headStart;
        this.manifest = manifest;
        this.start = start;
        this.limits = limits;
    }

    /** What the page at {@code path} shows at first, if it is known; {@code ""} is the program's first page. */
    Optional<InitialRender> find(String path) {
        return headStart.renders().find(headStart.program(), page(path));
    }

    /** Learns the pages that a program is usually opened at. Returns at once. */
    void learnLaunchPages() {
        learn(Stream.concat(Stream.of(manifest.entryPage()), manifest.tabs().stream()));
    }

    /** Somebody opened the program at that page, which is worth learning then. Returns at once. */
    void opened(String path) {
        if (headStart.eager()) {
            learn(Stream.of(page(path)).filter(manifest.pages()::contains));
        }
    }

    /** Learns nothing more. */
    void close() {
        closed = true;
    }

    private String page(String path) {
        return path.isEmpty() ? manifest.entryPage() : path;
    }

    private void learn(Stream<String> paths) {
        Set<String> wanted = paths.filter(tried::add).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!wanted.isEmpty()) {
            headStart.background().run(() -> learn(wanted), LATER);
        }
    }

    private void learn(Set<String> wanted) {
        List<String> unknown = wanted
            .stream()
            .filter(path -> find(path).isEmpty())
            .toList();
        if (closed || unknown.isEmpty()) {
            return;
        }
        try (Sandbox alone = start.get()) {
            unknown.forEach(path -> learn(alone, path));
        } catch (RuntimeException e) {
            LOG.warn("{} are not shown before their program runs: {}", unknown, e.getMessage());
        }
    }

    private void learn(Sandbox alone, String path) {
        Nobody.open(alone, path, limits)
            .page()
            .join()
            .ifPresent(page -> headStart.renders().store(headStart.program(), path, page));
    }
}
