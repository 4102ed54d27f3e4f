package dev.cloakroom.runtime.cli;

import java.nio.file.Path;

/** Where this user's files belong, by the XDG Base Directory Specification. */
final class UserFolders {

    private UserFolders() {}

    /** What can be made again: compiled programs. */
    static Path cache() {
        String given = System.getenv("XDG_CACHE_HOME");
        Path base =
            given == null || given.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return base.resolve("cloakroom").resolve("compiled");
    }
}
