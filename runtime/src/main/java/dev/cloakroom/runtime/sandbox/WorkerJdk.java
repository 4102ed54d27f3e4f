package dev.cloakroom.runtime.sandbox;

import dev.cloakroom.runtime.input.BadInput;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Whether workers can run on a JDK, asked before one is started: its own words would not tell the cause. */
final class WorkerJdk {

    private static final int OLDEST = 25;
    private static final String FIX = ": give the home of a JDK " + OLDEST + " or newer";

    private WorkerJdk() {}

    /** @throws BadInput that says what is wrong with it */
    static void check(Path home) {
        Path java = home.resolve("bin").resolve("java");
        if (!Files.isExecutable(java) && !Files.isExecutable(home.resolve("bin").resolve("java.exe"))) {
            throw new BadInput("workerJdk", "`" + java + "` is not there or cannot be run" + FIX);
        }
        int version = version(home);
        if (version < OLDEST) {
            throw new BadInput("workerJdk", "`" + home + "` is a JDK " + version + FIX);
        }
    }

    // a JDK that does not tell may still be new enough
    private static int version(Path home) {
        Properties release = new Properties();
        try (Reader in = Files.newBufferedReader(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            return Integer.MAX_VALUE;
        }
        String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
        return version.isEmpty() ? Integer.MAX_VALUE : Runtime.Version.parse(version).feature();
    }
}
