package dev.cloakroom.runtime.dev;

import dev.cloakroom.runtime.sandbox.AtExit;
import dev.cloakroom.runtime.sandbox.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened, to be closed in the opposite order, whatever of it breaks; at the latest when the JVM ends. */
final class Resources implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final AtExit atExit = new AtExit(this::close);
    private boolean closed;

    synchronized <T extends AutoCloseable> T add(T opened) throws IOException {
        open.push(opened);
        if (closed) {
            close();
            throw new IOException("the host is being stopped");
        }
        return opened;
    }

    /** A new folder for this user alone, which is deleted at the end. */
    Path throwawayFolder() throws IOException {
        Path folder = Files.createTempDirectory("cloakroom-");
        add(() -> Folders.delete(folder));
        return folder;
    }

    @Override
    public synchronized void close() {
        closed = true;
        atExit.close();
        var broken = new IllegalStateException("not everything could be closed");
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                broken.addSuppressed(e);
            }
        }
        if (broken.getSuppressed().length > 0) {
            throw broken;
        }
    }
}
