package dev.cloakroom.runtime.program;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and directories that only their owner may read, where the file system can say so. */
public final class OwnerFiles {

    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final FileAttribute<?>[] DIRECTORY = only("rwx------");
    private static final FileAttribute<?>[] FILE = only("rw-------");

    private OwnerFiles() {}

    /** Makes the directory, and those above it that are missing. */
    public static void makeDirectory(Path directory) throws IOException {
        Files.createDirectories(directory, DIRECTORY);
    }

    static FileChannel open(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, Set.of(options), FILE);
    }

    /** Makes names that were added to or removed from a directory survive a power cut. */
    static void sync(Path directory) throws IOException {
        if (POSIX && Files.isDirectory(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] only(String permissions) {
        if (!POSIX) {
            return new FileAttribute<?>[0];
        }
        FileAttribute<Set<PosixFilePermission>> owner = PosixFilePermissions.asFileAttribute(
            PosixFilePermissions.fromString(permissions)
        );
        return new FileAttribute<?>[] { owner };
    }
}
