package dev.cloakroom.runtime.attack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Host and worker with some of their sources changed: a second copy of the host's classes in this JVM, with the changed
 * ones first, whose workers find their changed classes first as well.
 */
final class PatchedHost implements AutoCloseable {

    private static final String WORKER_MAIN = "dev/cloakroom/worker/WorkerMain.class";
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private final URLClassLoader classes;

    private PatchedHost(URLClassLoader classes) {
        this.classes = classes;
    }

    /** Builds it in an empty folder. */
    static PatchedHost in(Path folder, List<Patch> patches) throws IOException {
        Path host = Files.createDirectories(folder.resolve("host"));
        Path worker = Files.createDirectories(folder.resolve("worker"));
        write(folder.resolve("sources"), host, patches.stream().filter(patch -> !patch.isOfWorker()));
        write(folder.resolve("worker-sources"), worker, patches.stream().filter(Patch::isOfWorker));
        return new PatchedHost(loader(host, jar(folder, worker)));
    }

    /** Calls a static method of a class that sees the changed ones. */
    String call(Class<?> type, String method, String... args) throws ReflectiveOperationException {
        Class<?> copy = Class.forName(type.getName(), true, classes);
        return (String) Objects.requireNonNull(copy.getMethod(method, String[].class).invoke(null, (Object) args));
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }

    private static void write(Path sources, Path classes, Stream<Patch> patches) throws IOException {
        Map<Patch, String> texts = new LinkedHashMap<>();
        for (Patch patch : patches.toList()) {
            Patch first = texts
                .keySet()
                .stream()
                .filter(known -> known.file().equals(patch.file()))
                .findFirst()
                .orElse(patch);
            String before = texts.containsKey(first) ? texts.get(first) : patch.original();
            texts.put(first, patch.apply(Objects.requireNonNull(before)));
        }
        List<String> java = new ArrayList<>();
        for (Map.Entry<Patch, String> text : texts.entrySet()) {
            Patch patch = text.getKey();
            Path file = patch.isJava() ? sources.resolve(patch.source()) : classes.resolve(patch.file());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text.getValue());
            if (patch.isJava()) {
                java.add(file.toString());
            }
        }
        compile(classes, java);
    }

    private static void compile(Path classes, List<String> sources) {
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> args = new ArrayList<>(
            List.of("-proc:none", "-nowarn", "-cp", CLASS_PATH, "-d", classes.toString())
        );
        args.addAll(sources);
        if (compiler.run(null, null, null, args.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("a broken variant does not compile: adapt its replacement");
        }
    }

    // the host takes the worker's class path from the jar in which it finds the worker's main class
    private static Path jar(Path folder, Path classes) throws IOException {
        Path jar = folder.resolve("cloakroom-worker-patched.jar");
        Files.copy(workerJar(), jar);
        try (
            FileSystem entries = FileSystems.newFileSystem(jar);
            Stream<Path> files = Files.walk(classes).filter(Files::isRegularFile)
        ) {
            files.forEach(file -> replace(entries.getPath("/" + classes.relativize(file)), file));
        }
        return jar;
    }

    private static void replace(Path entry, Path file) {
        try {
            Files.createDirectories(Objects.requireNonNull(entry.getParent()));
            Files.copy(file, entry, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path workerJar() {
        String url = Objects.requireNonNull(PatchedHost.class.getClassLoader().getResource(WORKER_MAIN)).getPath();
        return Path.of(URI.create(url.substring(0, url.indexOf('!'))));
    }

    private static URLClassLoader loader(Path host, Path worker) {
        Stream<Path> rest = Stream.of(CLASS_PATH.split(File.pathSeparator)).map(Path::of);
        URL[] urls = Stream.concat(Stream.of(host, worker), rest)
            .map(PatchedHost::url)
            .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
