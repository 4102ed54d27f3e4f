package dev.cloakroom.host;

import dev.cloakroom.host.storage.Storage;
import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import java.nio.file.Path;
import java.util.function.Function;

/** Where the tests' hosts keep their data: a file in the test's directory, unless {@link OnPostgres} says otherwise. */
final class TestEngine {

    static volatile Function<Path, Storage> current = SqliteStorage::open;

    private TestEngine() {}

    /** The same directory is the same store, however often it is opened. */
    static Storage open(Path directory) {
        return current.apply(directory);
    }
}
