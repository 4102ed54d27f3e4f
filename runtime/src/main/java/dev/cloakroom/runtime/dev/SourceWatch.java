package dev.cloakroom.runtime.dev;

import dev.cloakroom.runtime.program.FolderStamp;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Notices that a program's folder changed, once it has come to rest: an editor writes several files, one by one. */
final class SourceWatch {

    private final Supplier<FolderStamp> look;
    private final Runnable changed;
    private FolderStamp used;
    private FolderStamp last;

    SourceWatch(Path folder, Runnable changed) {
        this(() -> FolderStamp.of(folder), changed);
    }

    SourceWatch(Supplier<FolderStamp> look, Runnable changed) {
        this.look = look;
        this.changed = changed;
        this.used = look.get();
        this.last = used;
    }

    /** Looks at the folder; to be called several times a second. */
    void look() {
        FolderStamp now = look.get();
        boolean atRest = now.equals(last);
        last = now;
        if (atRest && !now.equals(used)) {
            used = now;
            changed.run();
        }
    }
}
