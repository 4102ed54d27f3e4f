package dev.cloakroom.runtime.sandbox;

import java.io.IOException;
import java.nio.file.Path;

/** Starts worker processes. */
@FunctionalInterface
interface ProcessStarter {
    /** A started process, which says nothing until it is ready, and the folder that it runs in. */
    record Started(Process process, Path folder) {}

    Started start(Launcher.Mode mode, Limits limits) throws IOException;
}
