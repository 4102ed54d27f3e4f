package dev.cloakroom.runtime.compile;

import dev.cloakroom.runtime.program.OwnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts on disk, by the digest of what they were made from. The directory is trusted; an entry carries its own
 * digest, so that one that a crash left damaged is not used.
 */
public final class DigestCache {

    private static final Logger LOG = LoggerFactory.getLogger(DigestCache.class);

    private final Path directory;
    private final String suffix;

    /** @param suffix of the files' names, as {@code .compiled} */
    public DigestCache(Path directory, String suffix) {
        this.directory = directory;
        this.suffix = suffix;
    }

    /** The text stored under {@code digest}, or empty if there is none, or if it is damaged, with a warning. */
    public Optional<String> find(String digest) throws IOException {
        try {
            return intact(file(digest), Files.readAllBytes(file(digest)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Stores {@code text}; whoever looks meanwhile finds all of it or nothing. */
    public void store(String digest, String text) throws IOException {
        OwnerFiles.makeDirectory(directory);
        Path temporary = Files.createTempFile(directory, digest, ".tmp");
        Files.writeString(temporary, Digest.of(text) + "\n" + text);
        Files.move(temporary, file(digest), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where the text of that digest is kept, whether or not it is there. */
    public Path file(String digest) {
        return directory.resolve(digest + suffix);
    }

    // not decoded strictly: bytes that are no UTF-8 give a text with another digest
    private static Optional<String> intact(Path file, byte[] bytes) {
        String entry = new String(bytes, StandardCharsets.UTF_8);
        int end = entry.indexOf('\n');
        String text = entry.substring(end + 1);
        if (end > 0 && entry.substring(0, end).equals(Digest.of(text))) {
            return Optional.of(text);
        }
        LOG.warn("`{}` is damaged and not used", file);
        return Optional.empty();
    }
}
