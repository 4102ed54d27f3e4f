package dev.cloakroom.runtime.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/** Files and directories that nobody but the user whom the host runs as can have written. */
public final class OwnDirectory {

    private OwnDirectory() {}

    /**
     * Makes the directory if it is missing, for its owner alone, and checks it.
     *
     * @throws IOException when others may write there
     */
    public static void make(Path directory) throws IOException {
        if (posix(directory.getFileSystem().supportedFileAttributeViews())) {
            Files.createDirectories(
                directory,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            );
        } else {
            Files.createDirectories(directory);
        }
        check(directory);
    }

    /** Leaves a file of ours to its owner alone, whatever the process's mask said. */
    static void claim(Path file) throws IOException {
        if (posix(file.getFileSystem().supportedFileAttributeViews())) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** @throws IOException when others may write it or another user owns it; says how to mend it */
    public static void check(Path path) throws IOException {
        if (!posix(path.getFileSystem().supportedFileAttributeViews())) {
            return;
        }
        var attributes = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Set<PosixFilePermission> permissions = attributes.permissions();
        if (
            permissions.contains(PosixFilePermission.GROUP_WRITE) ||
            permissions.contains(PosixFilePermission.OTHERS_WRITE)
        ) {
            throw new IOException("others may write `" + path + "`: delete it, or `chmod go-w` it if it is yours");
        }
        if (!attributes.owner().equals(self(path))) {
            throw new IOException("`" + path + "` belongs to " + attributes.owner() + ": delete it");
        }
    }

    private static UserPrincipal self(Path path) throws IOException {
        return path
            .getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name"));
    }

    private static boolean posix(Set<String> views) {
        return views.contains("posix");
    }
}
