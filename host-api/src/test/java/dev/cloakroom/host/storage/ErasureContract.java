package dev.cloakroom.host.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.keys.HeadSigner;
import dev.cloakroom.host.keys.HeadWitness;
import dev.cloakroom.host.keys.KeyRing;
import dev.cloakroom.host.keys.SecretKind;
import dev.cloakroom.host.keys.WrappedKey;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an erasure promises, whatever the engine keeps of what it deletes. */
abstract class ErasureContract {

    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");

    /** Holds {@code keys}, and in the other engine's case nothing else. */
    @TempDir
    Path data;

    @TempDir
    Path elsewhere;

    /** Opens the database, which is the same one each time. */
    abstract Storage open();

    /** Copies the database as it is now, with its log; called while nobody has it open. */
    abstract void backUp();

    /** Opens the copy. */
    abstract Storage openBackup();

    @Test
    void backupFromBefore_cannotBeOpenedWithTheKeysFromAfter() throws IOException {
        fill(ALICE, BOB);
        backUp();
        copyKeys(elsewhere);
        inVault(vault -> vault.ownerView(ALICE).eraseAll());
        try (var backup = openBackup()) {
            assertThat(read(backup, elsewhere, ALICE))
                .as("keys from before: not promised")
                .contains("name of alice");
            assertThat(read(backup, data, ALICE)).isEmpty();
            assertThat(read(backup, data, BOB)).contains("name of bob");
        }
    }

    @Test
    void userFromABackup_canHaveValuesAgain() {
        fill(ALICE);
        backUp();
        inVault(vault -> vault.ownerView(ALICE).eraseAll());
        try (var backup = openBackup()) {
            var vault = vault(backup, FileKeyRing.open(data));
            vault.ownerView(ALICE).put(Field.NAME, "new name");
            assertThat(read(backup, data, ALICE)).contains("new name");
            assertThat(vault.ownerView(ALICE).read(Field.EMAIL)).isEmpty();
        }
    }

    @Test
    void eraseAll_overwritesTheKeysFileWhereItLies() throws IOException {
        fill(ALICE);
        var file = keyFile(ALICE);
        var secret = Files.readString(file);
        var sameBlocks = Files.createLink(elsewhere.resolve("link"), file);
        inVault(vault -> vault.ownerView(ALICE).eraseAll());
        assertThat(file).doesNotExist();
        assertThat(Files.readString(sameBlocks)).hasSameSizeAs(secret).matches("\0+");
        assertThat(Kept.everyByte(data)).doesNotContain(secret);
    }

    @Test
    void erasureThatCannotDestroyTheKey_saysSoAndIsCompletedByTheNextProcess() {
        fill(ALICE);
        var file = keyFile(ALICE);
        try (var storage = open()) {
            var vault = vault(storage, new Unerasable(FileKeyRing.open(data)));
            assertThatThrownBy(() -> vault.ownerView(ALICE).eraseAll()).isInstanceOf(BrokerException.class);
            assertThat(vault.ownerView(ALICE).read(Field.NAME)).isEmpty();
        }
        assertThat(file).exists();
        inVault(vault -> assertThat(vault.ownerView(ALICE).read(Field.NAME)).isEmpty());
        assertThat(file).doesNotExist();
        try (var storage = open()) {
            assertThat(storage.vault().doomedKeys()).isEmpty();
        }
    }

    @Test
    void eraseAll_letsTheUserBeginAnewAndComesAsOftenAsTheyLike() {
        fill(ALICE);
        inVault(vault -> {
            for (int i = 0; i < 3; i++) {
                vault.ownerView(ALICE).eraseAll();
                vault.ownerView(ALICE).eraseAll();
                assertThat(vault.ownerView(ALICE).read(Field.NAME)).isEmpty();
                vault.ownerView(ALICE).put(Field.NAME, "again");
                assertThat(vault.ownerView(ALICE).read(Field.NAME).orElseThrow().reveal()).isEqualTo("again");
            }
        });
    }

    void fill(UserId... users) {
        inVault(vault -> {
            for (var user : users) {
                vault.ownerView(user).put(Field.NAME, "name of " + user.value());
                vault.ownerView(user).put(Field.EMAIL, user.value() + "@example.com");
            }
        });
    }

    void inVault(Consumer<Vault> work) {
        try (var storage = open()) {
            work.accept(vault(storage, FileKeyRing.open(data)));
        }
    }

    static Vault vault(Storage storage, KeyRing keys) {
        return HostApi.over(storage, keys, _ -> ConsentAnswer.DISMISS)
            .build()
            .vault();
    }

    private Path keyFile(UserId user) {
        try (var storage = open()) {
            var id = WrappedKey.parse(storage.vault().findKey(user).orElseThrow()).keyId();
            return data
                .resolve("keys/erasable")
                .resolve(id.substring(0, 2))
                .resolve(id + ".json");
        }
    }

    private static Optional<String> read(Storage storage, Path keys, UserId user) {
        return vault(storage, FileKeyRing.open(keys))
            .ownerView(user)
            .read(Field.NAME)
            .map(value -> value.reveal());
    }

    private void copyKeys(Path target) throws IOException {
        Kept.copy(data.resolve("keys"), target.resolve("keys"));
    }

    /** Keys on a disk that has become read-only. */
    private record Unerasable(KeyRing real) implements KeyRing {
        @Override
        public String digest(SecretKind kind, String secret) {
            return real.digest(kind, secret);
        }

        @Override
        public WrappedKey wrap(byte[] dataKey, byte[] context) {
            return real.wrap(dataKey, context);
        }

        @Override
        public Optional<byte[]> unwrap(WrappedKey wrapped, byte[] context) {
            return real.unwrap(wrapped, context);
        }

        @Override
        public void destroy(WrappedKey wrapped) {
            throw new BrokerException("the disk is read-only");
        }

        @Override
        public HeadSigner headSigner() {
            return real.headSigner();
        }

        @Override
        public HeadWitness headWitness() {
            return real.headWitness();
        }
    }
}
