package dev.cloakroom.runtime.drive;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Hears how a drive gets on. */
public interface DriveListener {
    /** The host keeps everything in {@code store}, which is deleted at the end; nobody has done anything yet. */
    default void opened(Path store) {}

    /** The program runs; steps begin. */
    void started(String appId);

    /**
     * A step is over.
     *
     * @param failure the whole message of why it failed, or null
     */
    void played(Step step, @Nullable String failure);

    /** The sessions are closed. The host still runs, and its store is as it is at work. */
    default void ended() {}
}
