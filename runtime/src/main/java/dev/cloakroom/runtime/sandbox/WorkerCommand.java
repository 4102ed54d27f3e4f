package dev.cloakroom.runtime.sandbox;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command line that starts a worker, less what differs between workers.
 *
 * @param home of the JDK
 * @param flags of the JVM
 * @param classPath jars
 * @param main the class to run, after more options
 */
record WorkerCommand(Path home, List<String> flags, List<Path> classPath, List<String> main) {
    /** @param mode the worker's arguments */
    List<String> line(List<String> moreFlags, String... mode) {
        List<String> line = new ArrayList<>();
        line.add(home.resolve("bin/java").toString());
        line.addAll(flags);
        line.addAll(moreFlags);
        line.addAll(List.of("-cp", joined()));
        line.addAll(main);
        line.addAll(List.of(mode));
        return line;
    }

    /** Another one for another JDK, other flags or other jars. Jars go by place, size and time, as the JVM's cache does. */
    String digest() {
        String parts = classPath.stream().map(WorkerCommand::stamp).collect(Collectors.joining("\n"));
        return sha256(
            String.join("\n", home + " " + stamp(home.resolve("release")), String.join(" ", flags), parts)
        ).substring(0, 32);
    }

    private String joined() {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static String stamp(Path jar) {
        File file = jar.toFile();
        return jar + " " + file.length() + " " + file.lastModified();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
