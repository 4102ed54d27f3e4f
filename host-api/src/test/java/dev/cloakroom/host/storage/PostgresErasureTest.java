package dev.cloakroom.host.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.storage.postgres.PostgresSettings;
import dev.cloakroom.host.storage.postgres.PostgresStorage;
import dev.cloakroom.host.vault.Field;
import org.junit.jupiter.api.Test;

class PostgresErasureTest extends ErasureContract {

    private final PostgresSettings database = PostgresServer.newDatabase();
    private PostgresSettings backup = database;

    @Override
    Storage open() {
        return PostgresStorage.open(database);
    }

    @Override
    void backUp() {
        backup = PostgresServer.copy(database);
    }

    @Override
    Storage openBackup() {
        return PostgresStorage.open(backup);
    }

    /** Why the promise rests on the key alone: here is what a server keeps of what it deleted. */
    @Test
    void serversLog_keepsWhatWasSealedAndNothingOpensIt() {
        var alice = new UserId("alice");
        fill(alice);
        try (var storage = open()) {
            var sealed = storage.vault().findValue(alice, Field.NAME, "").orElseThrow();
            vault(storage, FileKeyRing.open(data)).ownerView(alice).eraseAll();
            assertThat(Kept.everyByte(PostgresServer.dataDirectory().resolve("pg_wal"))).contains(sealed);
            assertThat(Kept.everyByte(data)).doesNotContain(sealed.substring(0, sealed.indexOf('.')));
        }
    }
}
