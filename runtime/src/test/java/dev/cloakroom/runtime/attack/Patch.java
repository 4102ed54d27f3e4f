package dev.cloakroom.runtime.attack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change to one file that takes a stone out of a wall.
 *
 * @param file a Java source below the module's folder, or a resource of the class path
 * @param pattern what must be in it
 * @param replacement what stands there instead, as {@link Matcher#replaceAll(String)} reads it
 */
record Patch(String file, String pattern, String replacement) {
    private static final String WORKER = "worker/";

    boolean isJava() {
        return file.endsWith(".java");
    }

    /** Whether the file is the worker's and not the host's; resources are the guest library's, so the worker's too. */
    boolean isOfWorker() {
        return !isJava() || file.startsWith(WORKER);
    }

    /** The name of the Java source from its package on. */
    String source() {
        return file.substring(file.indexOf("src/main/java/") + "src/main/java/".length());
    }

    /** @throws IllegalStateException when there is nothing to change: then the wall looks different by now */
    String apply(String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("`" + pattern + "` is not in " + file + ": adapt the broken variant");
        }
        return matcher.replaceAll(replacement);
    }

    String original() throws IOException {
        if (isJava()) {
            return Files.readString(Path.of(file));
        }
        try (InputStream in = Patch.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("not on the class path: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
