package dev.cloakroom.worker.confine;

import dev.cloakroom.worker.confine.Filter.Verdict;

/**
 * The coarse filter that a JVM can start under: what no worker ever needs. It can still open what Landlock leaves
 * to it, and become another program once.
 */
final class DenyList {

    private DenyList() {}

    static Filter filter(Architecture machine) {
        return new Filter(machine).on(Syscall.of(Syscall.Use.FORBIDDEN), Verdict.REFUSE).otherwise(Verdict.ALLOW);
    }
}
