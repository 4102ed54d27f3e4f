package dev.cloakroom.runtime.sandbox;

import dev.cloakroom.runtime.input.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts worker processes: the JDK that the host runs on, an empty environment, a folder of their own, walls. */
public final class Launcher implements ProcessStarter {

    /** What a worker is for. */
    public enum Mode {
        /** Runs one mini program. */
        RUN,
        /** Runs one mini program that computes much: the JVM compiles what is hot in full. */
        COMPUTE,
        /** Compiles packages, which are as hostile as programs. */
        COMPILE,
    }

    private static final String MAIN = "dev.cloakroom.worker.WorkerMain";

    /** As measured best: compiled at once and simply, for view work is short. */
    static final String QUICK = "-XX:TieredStopAtLevel=1";

    private static final Path HOST_JDK = Path.of(System.getProperty("java.home"));

    private static final List<String> FLAGS = List.of(
        "-XX:+UseSerialGC",
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

    private final WorkerCommand command;
    private final Optional<Anteroom> anteroom;
    private final Optional<AotCache> cache;

    /** Starts workers as confined as this machine can, without a cache. */
    public Launcher() {
        this(new WorkerCommand(HOST_JDK, FLAGS, WorkerClassPath.locate(), List.of(MAIN)), Anteroom.leadsAnywhere());
    }

    /**
     * @param home of the JDK that workers run on
     * @param directory where the JVM's cache of the worker is kept, or is to be made; only the host may write there
     * @throws BadInput when workers cannot run on that JDK
     */
    public Launcher(Path home, Path directory) {
        WorkerJdk.check(home);
        this.command = new WorkerCommand(home, FLAGS, WorkerClassPath.locate(), List.of(MAIN));
        this.anteroom = anteroom(command, Anteroom.leadsAnywhere());
        this.cache = Optional.of(new AotCache(directory, command.digest(), new AotTraining(command)));
    }

    /**
     * @param main the main class, after more options
     * @param confined whether through the anteroom
     */
    Launcher(List<Path> classPath, List<String> main, boolean confined) {
        this(new WorkerCommand(HOST_JDK, FLAGS, classPath, main), confined);
    }

    private Launcher(WorkerCommand command, boolean confined) {
        this.command = command;
        this.anteroom = anteroom(command, confined);
        this.cache = Optional.empty();
    }

    /** Makes the cache with which later workers start faster, unless it is there. Takes about half a minute. */
    public void makeCache() {
        cache.ifPresent(AotCache::make);
    }

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
        // what it keeps of a run without the full compiler holds that compiler up
        Optional<Path> file = mode == Mode.COMPUTE ? Optional.empty() : cache.flatMap(AotCache::find);
        List<String> flags = new ArrayList<>(List.of("-Xmx" + limits.heapMegabytes() + "m"));
        if (mode != Mode.COMPUTE) {
            flags.add(QUICK);
        }
        file.ifPresent(found -> flags.add("-XX:AOTCache=" + found));
        List<String> worker = mode == Mode.COMPILE ? command.line(flags, "compile") : command.line(flags);
        return anteroom.map(first -> first.before(worker, file)).orElse(worker);
    }

    private static Optional<Anteroom> anteroom(WorkerCommand command, boolean confined) {
        return confined ? Optional.of(new Anteroom(command.home(), command.classPath())) : Optional.empty();
    }
}
