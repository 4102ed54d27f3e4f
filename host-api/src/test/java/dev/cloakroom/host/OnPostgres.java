package dev.cloakroom.host;

import dev.cloakroom.host.storage.PostgresServer;
import dev.cloakroom.host.storage.postgres.PostgresSettings;
import dev.cloakroom.host.storage.postgres.PostgresStorage;
import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs the tests of a class on PostgreSQL: a directory stands for a database. */
final class OnPostgres implements BeforeAllCallback, AfterAllCallback {

    private final Map<Path, PostgresSettings> databases = new ConcurrentHashMap<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        TestEngine.current = directory ->
            PostgresStorage.open(databases.computeIfAbsent(directory, _ -> PostgresServer.migratedDatabase()));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        TestEngine.current = SqliteStorage::open;
    }
}
