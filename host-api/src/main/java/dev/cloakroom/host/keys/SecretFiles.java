package dev.cloakroom.host.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Small files for their owner only that are on the disk when a method returns, or are gone from it. */
final class SecretFiles {

    private SecretFiles() {}

    /** A link is made whole or not at all, and of two processes the first one wins: its file stays. */
    static void create(Path file, String text) throws IOException {
        var directory = createDirectory(file);
        var draft = Files.createTempFile(directory, "draft", ".json", mode(directory, "rw-------"));
        try {
            overwrite(draft, text.getBytes(StandardCharsets.UTF_8));
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // another process made the key first: its key is read
        } finally {
            Files.delete(draft);
        }
        force(directory);
    }

    /** Overwrites the file where it lies before it is deleted: a deleted file alone is still on the disk. */
    static void erase(Path file) throws IOException {
        try {
            overwrite(file, new byte[Math.toIntExact(Files.size(file))]);
            Files.delete(file);
        } catch (NoSuchFileException e) {
            // erased before
        }
        if (Files.isDirectory(parent(file))) {
            force(parent(file));
        }
    }

    private static void overwrite(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static Path createDirectory(Path file) throws IOException {
        var directory = parent(file);
        var isNew = !Files.isDirectory(directory);
        Files.createDirectories(directory, mode(directory, "rwx------"));
        if (isNew) {
            force(parent(directory));
        }
        return directory;
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    /** A name is durable when its directory is; where directories cannot be opened, the file system sees to it. */
    private static void force(Path directory) throws IOException {
        if (isPosix(directory)) {
            try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] mode(Path path, String permissions) {
        return isPosix(path)
            ? new FileAttribute<?>[] {
                  PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)),
              }
            : new FileAttribute<?>[0];
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
