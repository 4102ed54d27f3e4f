package dev.cloakroom.runtime.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JVM's ahead-of-time cache of the worker's classes, with which a worker starts in a fraction of the time.
 * One file for each set of jars, JDK and flags, in a directory that only the host's own user may write: what is in
 * it runs in every worker. Without it workers only start more slowly, so that its trouble is a warning.
 */
final class AotCache {

    private static final Logger LOG = LoggerFactory.getLogger(AotCache.class);
    private static final int KEPT = 3;

    private final Path directory;
    private final Path file;
    private final Training training;

    /** Makes a cache somewhere in a folder. */
    @FunctionalInterface
    interface Training {
        Path run(Path folder) throws IOException;
    }

    /** @param digest of all that a cache depends on */
    AotCache(Path directory, String digest, Training training) {
        this.directory = directory;
        this.file = directory.resolve("worker-" + digest + ".aot");
        this.training = training;
    }

    /** The cache, if it has been made and nobody else could have written it. */
    Optional<Path> find() {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            OwnDirectory.check(directory);
            OwnDirectory.check(file);
            return Optional.of(file);
        } catch (IOException e) {
            LOG.warn("workers start without their cache: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Makes the cache unless it is there or another process is at it. Takes about half a minute of one core. */
    void make() {
        try {
            OwnDirectory.make(directory);
            makeAlone();
        } catch (OverlappingFileLockException e) {
            LOG.debug("another host of this process makes the workers' cache");
        } catch (IOException e) {
            LOG.warn("workers start more slowly, their cache could not be made: {}", e.getMessage());
        }
    }

    private void makeAlone() throws IOException {
        try (
            FileChannel channel = FileChannel.open(
                directory.resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE
            );
            FileLock lock = channel.tryLock()
        ) {
            if (lock != null && find().isEmpty()) {
                deleteUnfinished();
                train();
                deleteOld();
            }
        }
    }

    // of a host that was killed meanwhile: whoever holds the lock is alone
    private void deleteUnfinished() throws IOException {
        for (Path folder : matching("training-*")) {
            Folders.delete(folder);
        }
    }

    // in a folder of its own: the JVM puts a file beside its output
    private void train() throws IOException {
        Path folder = Files.createTempDirectory(directory, "training-");
        try {
            Path made = training.run(folder);
            OwnDirectory.claim(made);
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Folders.delete(folder);
        }
    }

    // several checkouts may take turns: the newest few stay
    private void deleteOld() throws IOException {
        for (Path old : matching("*.aot").stream().sorted(newestFirst()).skip(KEPT).toList()) {
            Files.deleteIfExists(old);
        }
    }

    private List<Path> matching(String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory, glob)) {
            paths.forEach(found::add);
        }
        return found;
    }

    private static Comparator<Path> newestFirst() {
        return Comparator.comparing(AotCache::modified).reversed();
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
