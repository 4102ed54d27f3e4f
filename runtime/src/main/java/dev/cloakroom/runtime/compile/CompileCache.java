package dev.cloakroom.runtime.compile;

import dev.cloakroom.runtime.program.OwnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Answers of the compiler on disk, by the digest of what it was asked. The directory is trusted; an entry
 * carries its own digest, so that one that a crash left damaged is not used.
 */
final class CompileCache {

    private final Path directory;

    CompileCache(Path directory) {
        this.directory = directory;
    }

    /** The text stored under {@code digest}, or empty if there is none or it is damaged. */
    Optional<String> find(String digest) throws IOException {
        try {
            return intact(Files.readAllBytes(file(digest)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Stores {@code text}; whoever looks meanwhile finds all of it or nothing. */
    void store(String digest, String text) throws IOException {
        OwnerFiles.makeDirectory(directory);
        Path temporary = Files.createTempFile(directory, digest, ".tmp");
        Files.writeString(temporary, Digest.of(text) + "\n" + text);
        Files.move(temporary, file(digest), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(String digest) {
        return directory.resolve(digest + ".compiled");
    }

    // not decoded strictly: bytes that are no UTF-8 give a text with another digest
    private static Optional<String> intact(byte[] bytes) {
        String entry = new String(bytes, StandardCharsets.UTF_8);
        int end = entry.indexOf('\n');
        String text = entry.substring(end + 1);
        return end > 0 && entry.substring(0, end).equals(Digest.of(text)) ? Optional.of(text) : Optional.empty();
    }
}
