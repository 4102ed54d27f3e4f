package dev.cloakroom.host.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and directories that are made for their owner alone, where the file system knows owners. */
final class OwnerOnly {

    private OwnerOnly() {}

    static void directory(Path directory) throws IOException {
        Files.createDirectories(directory, mode(directory, "rwx------"));
    }

    static FileAttribute<?>[] file(Path near) {
        return mode(near, "rw-------");
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] mode(Path path, String permissions) {
        return isPosix(path)
            ? new FileAttribute<?>[] {
                  PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)),
              }
            : new FileAttribute<?>[0];
    }
}
