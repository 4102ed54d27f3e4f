package dev.cloakroom.worker.confine;

import java.lang.foreign.Arena;

/** Puts filters on. None ever comes off, and what a thread has on its children inherit, over exec too. */
final class Seccomp {

    private static final int SET_MODE_FILTER = 1;
    private static final int ALL_THREADS = 1;
    private static final int SET_NO_NEW_PRIVS = 38;

    private Seccomp() {}

    /** Gives up what set-user-id programs could give; without that the kernel takes neither filter nor Landlock. */
    static boolean renouncePrivileges(Architecture machine) {
        return Kernel.call(machine, Syscall.PRCTL, SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    }

    /** Puts a filter on this thread and those that it will start; whether the kernel took it. */
    static boolean onThisThread(Architecture machine, Filter filter) {
        return install(machine, filter, 0);
    }

    /** Puts a filter on every thread of the process at once, or on none; whether the kernel took it. */
    static boolean onAllThreads(Architecture machine, Filter filter) {
        return install(machine, filter, ALL_THREADS);
    }

    // a positive result is the thread that could not follow
    private static boolean install(Architecture machine, Filter filter, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            long program = filter.toProgram(arena).address();
            return Kernel.call(machine, Syscall.SECCOMP, SET_MODE_FILTER, flags, program) == 0;
        }
    }
}
