package dev.cloakroom.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.sandbox.Folders;
import dev.cloakroom.runtime.sandbox.Launcher;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.SandboxFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a worker says when the heavy home page of {@link BenchPrograms} opens.
 *
 * @param pages the contents of its PAGE frames
 * @param operations the contents of its OPS frames
 */
public record HeavyPage(List<ObjectNode> pages, List<ObjectNode> operations) {
    /** Has a worker say it. */
    public static HeavyPage record() throws IOException {
        Path folder = Files.createTempDirectory("cloakroom-bench-");
        try {
            var sandboxes = new SandboxFactory(new Launcher(), Limits.DEFAULT, false);
            try (Sandbox sandbox = sandboxes.start(new BenchPrograms(folder, sandboxes).heavy())) {
                return BenchUser.open(sandbox).heard();
            }
        } finally {
            Folders.delete(folder);
        }
    }
}
