package dev.cloakroom.runtime.attack;

import java.util.List;
import java.util.Locale;

/** What stands between a program and what it must not reach; each with the changes that take it away. */
enum Wall {
    /** The engine's sandbox and what the guest library takes away: no access to Java, no code from text, one zone. */
    LANGUAGE(
        engine("SandboxPolicy\\.CONSTRAINED", "SandboxPolicy.TRUSTED"),
        // so that it is not the kernel that refuses
        confinement("public static String raise\\(\\) \\{", "$0 if (true) { return Walls.NONE.toJson(); }"),
        host("sandbox/Anteroom", "static boolean leadsAnywhere\\(\\) \\{", "$0 if (true) { return false; }"),
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
        context("private final Context context;", "$0 private static Context one; $LOCK"),
        context(
            "context = library\\.newContext\\(\\);",
            "LOCK.lock(); if (one == null) { one = library.newContext(); } context = one;"
        ),
        context("settle = guest\\.getMember\\(\"settle\"\\);", "$0 LOCK.unlock();"),
        context("return receive\\.execute.*", "LOCK.lock(); try { $0 } finally { LOCK.unlock(); }"),
        context("settle\\.executeVoid\\(\\);", "LOCK.lock(); try { $0 } finally { LOCK.unlock(); }"),
        context("context\\.close\\(true\\);", ""),
        engine("Map\\.entry\\(\"sandbox\\.MaxThreads\", \"1\"\\),", "Map.entry(\"sandbox.MaxThreads\", \"100\"),")
    ),
    /** The host's watchdog, which kills what does not end. */
    DEADLINE(
        host("sandbox/Turns", "private void check\\(Turn turn\\) throws LimitExceeded \\{", "$0 if (true) { return; }")
    ),
    /** The bound on a worker's memory. */
    HEAP(host("sandbox/Launcher", "limits\\.heapMegabytes\\(\\)", "3072")),
    /** The engine's bound on nested calls; without it, only time ends what calls itself. */
    STACK(
        engine("\"sandbox\\.MaxStackFrames\", \"500\"", "\"sandbox.MaxStackFrames\", \"100000000\""),
        DEADLINE.patches().getFirst()
    ),
    /** The bounds on what a program asks of the host. */
    LIMITS(
        host(
            "sandbox/Limits",
            "return (messages|characters|operations|storageWrites)PerSecond;",
            "return Integer.MAX_VALUE / 16;"
        ),
        host(
            "sandbox/Limits",
            "return (timers|callsInFlight|callsQueued|callCharacters|recordedCallsPerMinute|pages|nodes|consoleBytes);",
            "return Integer.MAX_VALUE / 16;"
        )
    ),
    /** The host's checks of what a worker says. */
    FRAMES(
        host(
            "sandbox/WorkerSandbox",
            "process\\.kill\\(new WorkerEnd\\.Killed\\(\"the program's process misbehaved: \" \\+ e\\.getMessage\\(\\)\\)\\);",
            ""
        ),
        host("sandbox/WorkerProcess", "limits\\.frameBytes\\(\\)", "Integer.MAX_VALUE"),
        protocol("FrameReader", "length < HEADER \\|\\|", ""),
        protocol("FrameReader", "new byte\\[length - HEADER\\]", "new byte[Math.max(0, length - HEADER)]"),
        protocol("FrameReader", "utf8\\(text\\)\\);", "new String(text, java.nio.charset.StandardCharsets.UTF_8));"),
        protocol("Kind", "kind\\.code == code && kind\\.sender == sender", "kind.code == code"),
        protocol("Kind", "throw new ProtocolException\\(.*", "return LOG;")
    ),
    /** What a tap of the user's stands for. */
    GESTURES(host("view/Gestures", "public synchronized boolean take\\(.*", "$0 if (true) { return true; }")),
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
    /** Which servers a program may speak to, and how. */
    NETWORK(
        host("net/Egress", "return declared\\.contains\\(.*\\);", "return true;"),
        host("bridge/api/Request", "&& given\\.getRawUserInfo\\(\\) == null", ""),
        host("bridge/api/Request", "if \\(!METHODS\\.contains\\(method\\(call\\.args\\(\\)\\)\\)\\)", "if (false)"),
        host("bridge/api/Request", "HEADER_NAME\\.matcher\\(name\\)\\.matches\\(\\) && ", ""),
        host("bridge/api/Request", "HEADER_VALUE\\.matcher\\(value\\)\\.matches\\(\\) && ", ""),
        host("bridge/api/Request", "!STRIPPED\\.contains\\(name\\)", "!name.isEmpty()")
    ),
    /** Errors of the worker's own functions, which do not get to the program. */
    ERRORS(
        context("System\\.err\\.println\\(\"the guest library was misused: \" \\+ e\\);\\s*return null;", "throw e;")
    ),
    /** What the kernel lets a process do: its broken variant is a process without these walls. */
    KERNEL();

    /** A worker that was taken over: it writes whatever the program wants. */
    static final List<Patch> TAKEN_OVER = List.of(
        new Patch(
            "worker/src/main/java/dev/cloakroom/worker/HostChannel.java",
            "void send\\(Kind kind, String json\\) \\{",
            """
            $0
                if (json.startsWith("RAW:")) {
                    String digits = json.substring(4)
                        .replace("OWN-----", String.format("%08x", session))
                        .replace("FOREIGN-", String.format("%08x", session + 100));
                    try {
                        new java.io.FileOutputStream(java.io.FileDescriptor.out).write(
                            java.util.HexFormat.of().parseHex(digits)
                        );
                    } catch (java.io.IOException hostIsGone) {
                        closed = true;
                    }
                    return;
                }"""
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

    private static Patch context(String pattern, String replacement) {
        String lock =
            "private static final java.util.concurrent.locks.ReentrantLock LOCK = new java.util.concurrent.locks.ReentrantLock();";
        return new Patch(
            "worker/src/main/java/dev/cloakroom/worker/GuestContext.java",
            pattern,
            replacement.replace("$LOCK", lock)
        );
    }

    private static Patch confinement(String pattern, String replacement) {
        return new Patch("worker/src/main/java/dev/cloakroom/worker/confine/Confinement.java", pattern, replacement);
    }

    private static Patch protocol(String type, String pattern, String replacement) {
        return new Patch("protocol/src/main/java/dev/cloakroom/protocol/" + type + ".java", pattern, replacement);
    }

    private static Patch host(String type, String pattern, String replacement) {
        return new Patch("src/main/java/dev/cloakroom/runtime/" + type + ".java", pattern, replacement);
    }

    private static Patch guest(String pattern, String replacement) {
        return new Patch("dev/cloakroom/guest/guest.js", pattern, replacement);
    }
}
