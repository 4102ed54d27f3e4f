package dev.cloakroom.runtime.sandbox;

/** Why a worker is gone. */
public sealed interface WorkerEnd {
    /** In words that a developer can act on. */
    String message();

    /** The host closed it. */
    record Closed() implements WorkerEnd {
        @Override
        public String message() {
            return "closed";
        }
    }

    /** It exited by itself, most often for want of memory. */
    record Exited(int status) implements WorkerEnd {
        @Override
        public String message() {
            return status == 3
                ? "the program used up its memory"
                : "the program's process ended by itself with status " + status;
        }
    }

    /** The host killed it by pid. */
    record Killed(String message) implements WorkerEnd {}
}
