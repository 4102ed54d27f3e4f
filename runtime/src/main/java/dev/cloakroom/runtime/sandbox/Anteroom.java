package dev.cloakroom.runtime.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a worker's process is before it is the worker: a small JVM that puts the first walls on itself and then
 * becomes the given command. The host's own threads have no walls: the JDK starts the thread that waits for a
 * process from the thread that starts it, and keeps it for the host's other processes.
 */
final class Anteroom {

    private static final String MAIN = "dev.cloakroom.worker.confine.Enter";

    /** {@code os.arch} of those for which the worker knows the kernel's numbers. */
    private static final Set<String> MACHINES = Set.of("amd64", "aarch64");

    private static final List<String> FLAGS = List.of(
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-XX:+DisableAttachMechanism",
        "-XX:+DisplayVMOutputToStderr",
        "-Xmx32m",
        "--enable-native-access=ALL-UNNAMED"
    );

    private static final List<String> SYSTEM_LIBRARIES = List.of("/lib", "/lib64", "/usr/lib", "/usr/lib64");
    private static final List<String> SYSTEM_FILES = List.of("/etc/ld.so.cache", "/dev/urandom", "/dev/random");

    private final List<String> command;

    /**
     * @param home of the JDK
     * @param classPath of the worker; its own jar is the first
     */
    Anteroom(Path home, List<Path> classPath) {
        List<String> all = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
        all.addAll(FLAGS);
        all.addAll(List.of("-cp", classPath.getFirst().toString(), MAIN));
        all.addAll(rules(home, classPath));
        this.command = List.copyOf(all);
    }

    /** Whether this system may have walls at all; the worker finds out which. */
    static boolean leadsAnywhere() {
        return System.getProperty("os.name").equals("Linux") && MACHINES.contains(System.getProperty("os.arch"));
    }

    /**
     * The command that ends as {@code worker}.
     *
     * @param cache what it may read besides its jars
     */
    List<String> before(List<String> worker, Optional<Path> cache) {
        List<String> all = new ArrayList<>(command);
        cache.ifPresent(path -> all.add("r:" + path));
        all.add("--");
        all.addAll(worker);
        return all;
    }

    // of its working directory it gets nothing: it never needs to find out what is there
    private static List<String> rules(Path home, List<Path> classPath) {
        Stream<String> executable = Stream.concat(Stream.of(home.toString()), SYSTEM_LIBRARIES.stream());
        Stream<String> readable = Stream.concat(linkedFrom(home), SYSTEM_FILES.stream());
        return Stream.of(
            executable.map(path -> "x:" + path),
            readable.map(path -> "r:" + path),
            classPath.stream().map(path -> "r:" + path)
        )
            .flatMap(rules -> rules)
            .toList();
    }

    // some systems keep a JDK's configuration elsewhere and link to it, file by file
    private static Stream<String> linkedFrom(Path home) {
        Set<String> targets = new TreeSet<>();
        try (Stream<Path> files = Files.walk(home.toRealPath())) {
            for (Path link : files.filter(Files::isSymbolicLink).filter(Files::isRegularFile).toList()) {
                targets.add(link.toRealPath().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return targets.stream();
    }
}
