package dev.cloakroom.runtime.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Starts worker processes: the JDK that the host runs on, an empty environment, a folder of their own. */
public final class Launcher implements ProcessStarter {

    /** What a worker is for. */
    public enum Mode {
        /** Runs one mini program. */
        RUN,
        /** Compiles packages, which are as hostile as programs. */
        COMPILE,
    }

    private static final String MAIN = "dev.cloakroom.worker.WorkerMain";

    /** Interpreter on C1, as measured best: it starts at once, and view work is short. */
    private static final List<String> FLAGS = List.of(
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-XX:+DisableAttachMechanism",
        "-XX:+DisplayVMOutputToStderr",
        "-XX:+ExitOnOutOfMemoryError",
        "-Xms24m",
        "-Dpolyglot.engine.WarnInterpreterOnly=false",
        "-Dpolyglotimpl.AttachLibraryFailureAction=ignore",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow"
    );

    private final List<Path> classPath = WorkerClassPath.locate();

    @Override
    public Started start(Mode mode, Limits limits) throws IOException {
        Path folder = Files.createTempDirectory("cloakroom-worker-");
        var builder = new ProcessBuilder(command(mode, limits)).directory(folder.toFile());
        builder.environment().clear();
        try {
            return new Started(builder.start(), folder);
        } catch (IOException e) {
            Folders.delete(folder);
            throw e;
        }
    }

    private List<String> command(Mode mode, Limits limits) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-Xmx" + limits.heapMegabytes() + "m");
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(MAIN);
        if (mode == Mode.COMPILE) {
            command.add("compile");
        }
        return command;
    }
}
