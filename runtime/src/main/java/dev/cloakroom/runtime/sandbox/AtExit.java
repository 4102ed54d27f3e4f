package dev.cloakroom.runtime.sandbox;

/** Runs an action when the JVM is ended from outside, by a signal for instance, unless {@link #close} comes first. */
public final class AtExit implements AutoCloseable {

    private final Thread hook;

    public AtExit(Runnable action) {
        hook = new Thread(action, "at-exit");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Takes it back; while the JVM ends, the action runs all the same. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // it is too late to take it back
        }
    }
}
