package dev.cloakroom.host.storage;

import dev.cloakroom.host.storage.postgres.PostgresSettings;
import dev.cloakroom.host.storage.postgres.PostgresStorage;

class PostgresContractTest extends StorageContract {

    private final PostgresSettings database = PostgresServer.newDatabase();

    @Override
    Storage open() {
        return PostgresStorage.open(database);
    }
}
