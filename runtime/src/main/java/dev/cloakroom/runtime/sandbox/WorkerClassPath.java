package dev.cloakroom.runtime.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The jars that a worker gets to see: its own and those that its manifest names. The broker's are not
 * among them, although the host's class path holds all.
 */
final class WorkerClassPath {

    private static final String MAIN = "dev/cloakroom/worker/WorkerMain.class";

    private WorkerClassPath() {}

    static List<Path> locate() {
        Path worker = workerJar(WorkerClassPath.class.getClassLoader().getResource(MAIN));
        List<Path> jars = new ArrayList<>(List.of(worker));
        for (String name : namesIn(worker)) {
            jars.add(find(name, worker));
        }
        return List.copyOf(jars);
    }

    private static Path workerJar(@Nullable URL main) {
        if (main == null || !"jar".equals(main.getProtocol())) {
            throw new IllegalStateException(
                "no cloakroom-worker jar on the class path (found " + main + "): build it with `mvn package`"
            );
        }
        String jar = main.getPath().substring(0, main.getPath().indexOf('!'));
        try {
            return Path.of(new URI(jar));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> namesIn(Path worker) {
        try (var jar = new JarFile(worker.toFile())) {
            String names = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return List.of(names.split(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // beside the worker in an installation; anywhere on the host's class path in a Maven or Gradle build
    private static Path find(String name, Path worker) {
        return Stream.concat(Stream.of(worker.resolveSibling(name)), hostClassPath())
            .filter(path -> path.endsWith(name) && Files.isRegularFile(path))
            .findFirst()
            .orElseThrow(() ->
                new IllegalStateException("the worker needs `" + name + "`, which is not on the class path")
            );
    }

    private static Stream<Path> hostClassPath() {
        return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of);
    }
}
