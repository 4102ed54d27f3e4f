package dev.cloakroom.worker.confine;

import dev.cloakroom.worker.confine.Filter.Test;
import dev.cloakroom.worker.confine.Filter.Verdict;
import java.util.List;

/** What a JVM needs that has loaded everything: memory, threads, clocks, and the descriptors that are open. */
final class AllowList {

    private static final int CLONE_THREAD = 0x0001_0000;
    /** New namespaces of every kind, tracing, and a parent that waits. */
    private static final int CLONE_MORE = 0x7E02_0000 | 0x2000 | 0x4000;

    private static final int PR_SET_NAME = 15;
    private static final int PR_GET_NAME = 16;
    private static final int PR_SET_VMA = 0x53564d41;

    private AllowList() {}

    /** @param pid of this process, the only one that it may signal */
    static Filter filter(Architecture machine, int pid) {
        return new Filter(machine)
            .on(Syscall.of(Syscall.Use.ALLOWED), Verdict.ALLOW)
            // its flags lie in memory, where no filter sees them: the C library then falls back to clone
            .on(List.of(Syscall.CLONE3), Verdict.error(Kernel.ENOSYS))
            .on(Syscall.CLONE, 0, Test.hasAnyOf(CLONE_MORE, Verdict.REFUSE), Test.hasAnyOf(CLONE_THREAD, Verdict.ALLOW))
            .on(Syscall.TGKILL, 0, Test.is(pid, Verdict.ALLOW))
            .on(
                Syscall.PRCTL,
                0,
                Test.is(PR_SET_NAME, Verdict.ALLOW),
                Test.is(PR_GET_NAME, Verdict.ALLOW),
                Test.is(PR_SET_VMA, Verdict.ALLOW)
            )
            .otherwise(Verdict.REFUSE);
    }
}
