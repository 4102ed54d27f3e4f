package dev.cloakroom.runtime.compile;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells compilers apart by the digest of what they are made of, so that no cached answer outlives its compiler. */
public final class CompilerVersion {

    private static final List<String> PARTS = List.of(
        "/dev/cloakroom/guest/modules.js",
        "/dev/cloakroom/worker/compile/CompileMode.class"
    );

    private CompilerVersion() {}

    /** The version of the compiler on this class path, where the workers' comes from too. */
    public static String ofClassPath() throws IOException {
        StringBuilder parts = new StringBuilder();
        for (String part : PARTS) {
            parts.append(digest(Objects.requireNonNull(CompilerVersion.class.getResource(part), part))).append('\n');
        }
        return Digest.of(parts.toString());
    }

    /** Of the jar around a resource, or of the folder around it in a checkout. */
    private static String digest(URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return digestOf(jar.getJarFileURL());
        }
        return digestOfFolder(Objects.requireNonNull(path(resource).getParent()));
    }

    private static String digestOf(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            return Digest.of(in.readAllBytes());
        }
    }

    private static String digestOfFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(digestOf(file.toUri().toURL())).append('\n');
            }
            return Digest.of(all.toString());
        }
    }

    private static Path path(URL resource) throws IOException {
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
