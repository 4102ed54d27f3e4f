package dev.cloakroom.runtime.sandbox;

import dev.cloakroom.protocol.FrameReader;
import dev.cloakroom.protocol.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Runs {@link Probe} in place of the worker, started as workers are, and collects what it says.
 *
 * @param facts what it found before the walls, a line each
 * @param outcomes of the attacks, by name
 * @param ready the content of its READY frame; empty of the one without walls
 */
record ProbedWorker(List<String> facts, Map<String, String> outcomes, String ready) {
    /** @param folder for the files that it attacks and for its code */
    static ProbedWorker run(Path folder, boolean confined) throws IOException {
        Files.writeString(folder.resolve("secret"), "secret");
        Files.writeString(folder.resolve("doomed"), "");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ProcessStarter.Started started = launcher(folder, confined, server.getLocalPort()).start(
                Launcher.Mode.RUN,
                Limits.DEFAULT
            );
            try {
                return listen(started.process(), confined);
            } finally {
                started.process().destroyForcibly();
                Folders.delete(started.folder());
            }
        }
    }

    private static Launcher launcher(Path folder, boolean confined, int port) throws IOException {
        List<Path> classPath = new ArrayList<>(WorkerClassPath.locate());
        classPath.add(jar(folder.resolve("probe.jar")));
        List<String> main = new ArrayList<>(
            List.of(
                "-D" + Attacks.VICTIM + "=" + folder,
                "-D" + Attacks.PORT + "=" + port,
                "-D" + Attacks.HOST + "=" + ProcessHandle.current().pid()
            )
        );
        if (!confined) {
            main.add(Probe.FREE);
        }
        main.add(Probe.class.getName());
        return new Launcher(classPath, main, confined);
    }

    private static ProbedWorker listen(Process process, boolean confined) throws IOException {
        List<String> facts = new ArrayList<>();
        Map<String, String> outcomes = new TreeMap<>();
        var lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        for (String line = next(lines); !line.equals(Probe.END); line = next(lines)) {
            if (line.startsWith(Probe.FACT)) {
                facts.add(line.substring(Probe.FACT.length()));
            } else if (line.startsWith(Probe.ATTACK)) {
                String[] parts = line.substring(Probe.ATTACK.length()).split(": ", 2);
                outcomes.put(parts[0], parts[1]);
            }
        }
        return new ProbedWorker(facts, outcomes, confined ? ready(process) : "");
    }

    private static String next(BufferedReader lines) throws IOException {
        return Objects.requireNonNull(lines.readLine(), "the probe ended early");
    }

    private static String ready(Process process) throws IOException {
        var in = new FrameReader(process.getInputStream(), Kind.Sender.WORKER, Limits.DEFAULT.frameBytes());
        return Objects.requireNonNull(in.read()).json();
    }

    // a jar, since a folder is not read any more behind the walls
    private static Path jar(Path jar) throws IOException {
        Path classes = Path.of("target/test-classes");
        Path own = classes.resolve(ProbedWorker.class.getPackageName().replace('.', '/'));
        try (var out = new JarOutputStream(Files.newOutputStream(jar)); Stream<Path> files = Files.list(own)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
