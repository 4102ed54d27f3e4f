package dev.cloakroom.host.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * How victims are started: their class path as jars, and the JVM's cache of what they load, which one victim that ends
 * in good order leaves behind. A start takes a third of the time with it.
 */
final class LaunchKit {

    private static final LaunchKit ONLY = new LaunchKit(Path.of("target", "victims").toAbsolutePath());

    private final Path directory;
    private final String classPath;
    private final Path cache;

    private LaunchKit(Path directory) {
        try {
            this.directory = Files.createDirectories(directory);
            this.classPath = jars();
            this.cache = directory.resolve("victim.aot");
            Files.deleteIfExists(cache);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command that starts a victim, without its arguments. */
    static List<String> command() {
        synchronized (ONLY) {
            if (!Files.exists(ONLY.cache)) {
                ONLY.train();
            }
        }
        return ONLY.command("-XX:AOTCache=" + ONLY.cache);
    }

    private List<String> command(String option) {
        return List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            option,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dlogback.configurationFile=victim-logback.xml",
            "-cp",
            classPath
        );
    }

    private void train() {
        try {
            var store = Files.createTempDirectory(directory, "training");
            var command = new ArrayList<>(command("-XX:AOTCacheOutput=" + cache));
            command.addAll(List.of(Victim.class.getName(), store.toString(), "sqlite", "-", "0", "NONE"));
            var log = directory.resolve("training.txt").toFile();
            var victim = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
            try (var in = victim.outputWriter()) {
                in.write("0 put u1 -\n1 mint u1 -\n2 login u1 -\n3 erase u1 -\n4 revoke u1 -\n5 uninstall u1 -\n");
            }
            victim.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Surefire's own class path is one jar that names the others; the cache takes no folders. */
    private String jars() throws IOException {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var entries = Stream.of(path.split(File.pathSeparator, -1))
            .filter(Predicate.not(String::isEmpty))
            .map(Path::of)
            .toList();
        var jars = new ArrayList<String>();
        for (var entry : entries) {
            jars.add(Files.isDirectory(entry) ? jar(entry, jars.size()).toString() : entry.toString());
        }
        return String.join(File.pathSeparator, jars);
    }

    private Path jar(Path folder, int number) throws IOException {
        var jar = directory.resolve("classes-" + number + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar)); var files = Files.walk(folder)) {
            for (var file : files.skip(1).toList()) {
                add(out, folder, file);
            }
        }
        return jar;
    }

    /** Folders have entries too: Flyway looks for its migrations in them. */
    private static void add(JarOutputStream out, Path folder, Path file) throws IOException {
        var name = folder.relativize(file).toString();
        out.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
        if (!Files.isDirectory(file)) {
            Files.copy(file, out);
        }
    }
}
