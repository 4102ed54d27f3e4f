package dev.cloakroom.runtime.media;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The pictures that a user picked for one program in one session, in memory only. A path is a handle: it means nothing
 * in any other session, and nothing after the end of this one. Where it gets too much, the oldest go.
 */
public final class TempFiles {

    /** What every path begins with, as in WeChat. */
    public static final String PREFIX = "wxfile://tmp_";

    private static final long MOST_BYTES = 64L << 20;

    private final Map<String, Picture> files = new LinkedHashMap<>();
    private final Supplier<String> names;
    private long bytes;
    private boolean over;

    /** @param names random, letters and digits */
    public TempFiles(Supplier<String> names) {
        this.names = names;
    }

    /** Keeps a picture while the session lasts, and returns its path. */
    public synchronized String add(Picture picture) {
        String path = PREFIX + names.get() + "." + picture.format().suffix();
        if (!over) {
            files.put(path, picture);
            bytes += picture.size();
            makeRoom(path);
        }
        return path;
    }

    /** The picture with that path; empty for a path of another session too. */
    public synchronized Optional<Picture> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Forgets them all, and whatever comes: the session is over. */
    public synchronized void end() {
        over = true;
        files.clear();
        bytes = 0;
    }

    private void makeRoom(String newest) {
        var oldest = files.entrySet().iterator();
        while (bytes > MOST_BYTES) {
            var entry = oldest.next();
            if (entry.getKey().equals(newest)) {
                return;
            }
            bytes -= entry.getValue().size();
            oldest.remove();
        }
    }
}
