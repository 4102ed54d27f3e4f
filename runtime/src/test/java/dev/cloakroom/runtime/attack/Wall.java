package dev.cloakroom.runtime.attack;

import java.util.List;
import java.util.Locale;

/** What stands between a program and what it must not reach; each with the changes that take it away. */
enum Wall {
    /** The engine's sandbox and what the guest library takes away: no access to Java, no code from text, one zone. */
    LANGUAGE(
        engine("SandboxPolicy\\.CONSTRAINED", "SandboxPolicy.TRUSTED"),
        engine("\\.allowHostAccess\\(HostAccess\\.UNTRUSTED\\)", ".allowAllAccess(true)"),
        engine("\"js\\.allow-eval\", \"false\"", "\"js.allow-eval\", \"true\""),
        engine("\"js\\.load\", \"false\"", "\"js.load\", \"true\""),
        engine("Map\\.entry\\(\"sandbox\\.[^)]*\\),?", ""),
        engine("(Map\\.entry\\(\"js\\.unhandled-rejections\", \"handler\"\\)),", "$1"),
        engine("\\.timeZone\\(ZONE\\)", ".timeZone(ZoneId.of(\"Europe/Paris\"))"),
        engine("Map\\.entry\\(\"js\\.locale\", \"zh-CN\"\\),", "Map.entry(\"js.locale\", \"fr-FR\"),"),
        guest("for \\(const name of REMOVED\\) remove\\(name\\);", "")
    ),
    /** Clocks that are too coarse to tell how long the host took. */
    CLOCK(
        engine("\"js\\.timer-resolution\", \"\\d+\"", "\"js.timer-resolution\", \"1\""),
        engine("\"js\\.performance\", \"false\"", "\"js.performance\", \"true\""),
        guest("for \\(const name of REMOVED\\) remove\\(name\\);", "")
    ),
    /** A user's context of their own. */
    CONTEXT(
        engine(
            "Context newContext\\(\\) \\{\\s*return ",
            "private static Context one; Context newContext() { if (one == null) one = "
        ),
        engine("\\.options\\(OPTIONS\\)\\s*\\.build\\(\\);", ".options(OPTIONS).build(); return one;"),
        new Patch(
            "worker/src/main/java/dev/cloakroom/worker/LoadedProgram.java",
            "try \\(Context context = library\\.newContext\\(\\)\\) \\{",
            "{ Context context = library.newContext();"
        ),
        engine("Map\\.entry\\(\"sandbox\\.MaxThreads\", \"1\"\\),", "Map.entry(\"sandbox.MaxThreads\", \"100\"),"),
        guest("throw new Error\\(`the global \\$\\{name\\} cannot be removed`\\);", "")
    ),
    /** The host's watchdog, which kills what does not end. */
    DEADLINE(host("sandbox/WorkerSandbox", "(private void stop\\(.*?\\) \\{)", "$1 if (Boolean.TRUE) { return; }")),
    /** The bound on a worker's memory. */
    HEAP(host("sandbox/Launcher", "limits\\.heapMegabytes\\(\\)", "2048")),
    /** The engine's bound on nested calls. */
    STACK(engine("\"sandbox\\.MaxStackFrames\", \"500\"", "\"sandbox.MaxStackFrames\", \"100000000\"")),
    /** The host's checks of what a worker says. */
    FRAMES(
        host(
            "sandbox/WorkerSandbox",
            "process\\.kill\\(new WorkerEnd\\.Killed\\(\"the program's process misbehaved: \" \\+ e\\.getMessage\\(\\)\\)\\);",
            ""
        ),
        host("sandbox/WorkerProcess", "limits\\.frameBytes\\(\\)", "Integer.MAX_VALUE")
    ),
    /** Who may read and write which storage, and how much. */
    STORAGE(
        host("program/ProgramStorage", "of\\(user\\)\\.", "of(\"everybody\")."),
        host("program/ProgramStorage", "10 << 20", "1 << 30"),
        host("program/UserStorage", "ProgramStorage\\.MAX_VALUE_BYTES", "(1 << 30)"),
        guest("throw new StorageError\\(\"(entry size|exceed)", "if (0) throw new StorageError(\"$1")
    ),
    /** What may be in a page. */
    PAGE(
        host(
            "view/ViewAllowList",
            "return !lower\\.startsWith\\(\"on\"\\) && !lower\\.equals\\(\"srcdoc\"\\);",
            "return !lower.isEmpty();"
        ),
        host("view/ViewAllowList", "if \\(!TAG\\.matcher\\(name\\)\\.matches\\(\\)\\)", "if (name.length() > 1000)"),
        host(
            "view/ViewAllowList",
            "if \\(!ATTRIBUTE\\.matcher\\(name\\)\\.matches\\(\\)\\)",
            "if (name.length() > 1000)"
        )
    ),
    /** What a host API answers to whom. */
    BRIDGE(host("bridge/api/Request", "\\.filter\\(given -> declared\\(call, given\\)\\)", "")),
    /** Errors of the worker's own functions, which do not get to the program. */
    ERRORS(
        new Patch(
            "worker/src/main/java/dev/cloakroom/worker/GuestContext.java",
            "System\\.err\\.println\\(\"the guest library was misused: \" \\+ e\\);\\s*return null;",
            "throw e;"
        )
    );

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Patch> patches;

    Wall(Patch... patches) {
        this.patches = List.of(patches);
    }

    static Wall named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Takes the wall away. */
    List<Patch> patches() {
        return patches;
    }

    private static Patch engine(String pattern, String replacement) {
        return new Patch("worker/src/main/java/dev/cloakroom/worker/GuestLibrary.java", pattern, replacement);
    }

    private static Patch host(String type, String pattern, String replacement) {
        return new Patch("src/main/java/dev/cloakroom/runtime/" + type + ".java", pattern, replacement);
    }

    private static Patch guest(String pattern, String replacement) {
        return new Patch("dev/cloakroom/guest/guest.js", pattern, replacement);
    }
}
