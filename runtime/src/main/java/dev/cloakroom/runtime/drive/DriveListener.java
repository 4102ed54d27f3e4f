package dev.cloakroom.runtime.drive;

import org.jspecify.annotations.Nullable;

/** Hears how a drive gets on. */
public interface DriveListener {
    /** The program runs; steps begin. */
    void started(String appId);

    /**
     * A step is over.
     *
     * @param failure the whole message of why it failed, or null
     */
    void played(Step step, @Nullable String failure);
}
