package dev.cloakroom.runtime.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Starts worker processes: the JDK that the host runs on, an empty environment, a folder of their own, walls. */
public final class Launcher implements ProcessStarter {

    /** What a worker is for. */
    public enum Mode {
        /** Runs one mini program. */
        RUN,
        /** Compiles packages, which are as hostile as programs. */
        COMPILE,
    }

    private static final Path HOME = Path.of(System.getProperty("java.home"));
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

    private final List<Path> classPath;
    private final List<String> main;
    private final Optional<Anteroom> anteroom;

    /** Starts workers as confined as this machine can. */
    public Launcher() {
        this(WorkerClassPath.locate(), List.of(MAIN), Anteroom.leadsAnywhere());
    }

    /**
     * @param main the main class, after more options
     * @param confined whether through the anteroom
     */
    Launcher(List<Path> classPath, List<String> main, boolean confined) {
        this.classPath = classPath;
        this.main = main;
        this.anteroom = confined ? Optional.of(new Anteroom(HOME, classPath)) : Optional.empty();
    }

    @Override
    public Started start(Mode mode, Limits limits) throws IOException {
        Path folder = Files.createTempDirectory("cloakroom-worker-");
        var builder = new ProcessBuilder(wayIn(command(mode, limits))).directory(folder.toFile());
        builder.environment().clear();
        try {
            return new Started(builder.start(), folder);
        } catch (IOException e) {
            Folders.delete(folder);
            throw e;
        }
    }

    private List<String> wayIn(List<String> command) {
        return anteroom.map(first -> first.before(command)).orElse(command);
    }

    private List<String> command(Mode mode, Limits limits) {
        List<String> command = new ArrayList<>();
        command.add(HOME.resolve("bin/java").toString());
        command.addAll(FLAGS);
        command.add("-Xmx" + limits.heapMegabytes() + "m");
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.addAll(main);
        if (mode == Mode.COMPILE) {
            command.add("compile");
        }
        return command;
    }
}
