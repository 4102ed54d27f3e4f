package dev.cloakroom.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.SandboxFactory;
import dev.cloakroom.runtime.sandbox.WarmWorker;
import dev.cloakroom.runtime.session.InitialRenderCache;
import dev.cloakroom.runtime.session.Nobody;
import dev.cloakroom.runtime.view.Page;
import dev.cloakroom.runtime.view.PageWatcher;
import java.io.IOException;
import java.nio.file.Path;

/** What is done before a program's first user comes: what its page shows at first, and its code loaded. */
final class AheadBench {

    private final Figures figures;
    private final SandboxFactory sandboxes;
    private final InitialRenderCache renders;

    /** @param folder where what pages show at first is kept */
    AheadBench(Figures figures, SandboxFactory sandboxes, Path folder) {
        this.figures = figures;
        this.sandboxes = sandboxes;
        this.renders = new InitialRenderCache(folder, "bench", Limits.DEFAULT);
    }

    void measure(String name, String program) throws IOException {
        try (WarmWorker worker = sandboxes.warm(); Sandbox sandbox = worker.load(program)) {
            String page = new ObjectMapper().readTree(program).at("/json/app.json/pages/0").asText();
            renders.store(name, page, visit(sandbox, page));
            figures.millis("first paint from the cache, " + name, paint(name, page));
            for (int user = 1; user <= 2; user++) {
                long began = System.nanoTime();
                var opened = BenchUser.open(sandbox);
                figures.millis("first page, " + name + ", preloaded, user " + user, opened.lastOperations() - began);
            }
        }
    }

    private static ObjectNode visit(Sandbox sandbox, String page) {
        return Nobody.open(sandbox, page, Limits.DEFAULT).page().join().orElseThrow();
    }

    private long paint(String name, String page) {
        long began = System.nanoTime();
        var painter = new Painter();
        renders.find(name, page).orElseThrow().showTo(painter);
        return painter.operations - began;
    }

    /** Notes when it has what to paint, as the text that would be sent to a page. */
    private static final class Painter implements PageWatcher {

        long operations;

        @Override
        public void opened(Page page) {}

        @Override
        public void operations(Page page, ArrayNode all) {
            if (all.toString().isEmpty()) {
                throw new IllegalStateException("there is nothing to paint");
            }
            operations = System.nanoTime();
        }

        @Override
        public void shown(Page page) {}

        @Override
        public void closed(Page page) {}
    }
}
