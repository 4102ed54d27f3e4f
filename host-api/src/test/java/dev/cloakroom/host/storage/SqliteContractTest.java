package dev.cloakroom.host.storage;

import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteContractTest extends StorageContract {

    @TempDir
    static Path directory;

    @Override
    Storage open() {
        return SqliteStorage.open(directory);
    }
}
