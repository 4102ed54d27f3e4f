package dev.cloakroom.runtime.dev;

import dev.cloakroom.runtime.sandbox.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened, to be closed in the opposite order, whatever of it breaks. */
final class Resources implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T opened) {
        open.push(opened);
        return opened;
    }

    /** A new folder for this user alone, which is deleted at the end. */
    Path throwawayFolder() throws IOException {
        Path folder = Files.createTempDirectory("cloakroom-");
        add(() -> Folders.delete(folder));
        return folder;
    }

    @Override
    public void close() {
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
