package dev.cloakroom.host;

import static dev.cloakroom.host.HostFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.keys.SecretKind;
import dev.cloakroom.host.keys.WrappedKey;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.PutOutcome;
import dev.cloakroom.host.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

    private static final UserId BOB = new UserId("bob");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "13812345678, +8613812345678",
        "138 1234 5678, +8613812345678",
        "+86 138-1234-5678, +8613812345678",
        "008613812345678, +8613812345678",
        "+1 (650) 253-0000, +16502530000",
    })
    void put_bringsPhonesToE164(String written, String kept) {
        try (var fixture = new HostFixture(directory)) {
            var view = fixture.host.vault().ownerView(BOB);
            assertThat(view.put(Field.PHONE, written)).isEqualTo(new PutOutcome.Stored());
            assertThat(view.read(Field.PHONE).orElseThrow().reveal()).isEqualTo(kept);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "hello", "12345", "138123456789012", "1-800-FLOWERS", "13812345678 ext 5", "+999123" })
    void put_refusesOtherPhonesWithoutRepeatingThem(String written) {
        try (var fixture = new HostFixture(directory)) {
            var outcome = fixture.host.vault().ownerView(BOB).put(Field.PHONE, written);
            assertThat(outcome).isInstanceOf(PutOutcome.Rejected.class);
            var text = ((PutOutcome.Rejected) outcome).reason().text();
            assertThat(written.isEmpty() || !text.contains(written)).isTrue();
            assertThat(fixture.host.vault().ownerView(BOB).read(Field.PHONE)).isEmpty();
        }
    }

    @Test
    void eraseAll_leavesNothingOfThisUserOnly() {
        try (var fixture = new HostFixture(directory)) {
            var bob = fixture.host.vault().ownerView(BOB);
            bob.put(Field.NAME, "Bob");
            bob.put(Field.EMAIL, "bob@example.com");
            bob.eraseAll();
            assertThat(bob.read(Field.NAME)).isEmpty();
            assertThat(bob.read(Field.EMAIL)).isEmpty();
            assertThat(fixture.host.vault().ownerView(USER).read(Field.PHONE)).isPresent();
        }
    }

    @Test
    void read_refusesAValueThatWasMovedToAnotherUser() {
        try (var fixture = new HostFixture(directory)) {
            var vault = fixture.host.vault();
            vault.ownerView(USER).put(Field.NAME, "Alice");
            vault.ownerView(BOB).put(Field.NAME, "Bob");
            var store = fixture.storage.vault();
            var alices = store.findValue(USER, Field.NAME, "").orElseThrow();
            store.saveValue(BOB, Field.NAME, "", alices);
            assertThat(vault.ownerView(BOB).read(Field.NAME)).isEmpty();
            var bobsKey = WrappedKey.parse(store.findKey(BOB).orElseThrow()).keyId();
            store.saveValue(BOB, Field.NAME, "", bobsKey + alices.substring(alices.indexOf('.')));
            assertThatThrownBy(() -> vault.ownerView(BOB).read(Field.NAME)).isInstanceOf(BrokerException.class);
        }
    }

    @Test
    void read_refusesAValueThatWasMovedToAnotherFieldOrLabel() {
        try (var fixture = new HostFixture(directory)) {
            var view = fixture.host.vault().ownerView(BOB);
            view.put(Field.NICKNAME, "home", "Bob");
            var store = fixture.storage.vault();
            var sealed = store.findValue(BOB, Field.NICKNAME, "home").orElseThrow();
            store.saveValue(BOB, Field.NAME, "home", sealed);
            store.saveValue(BOB, Field.NICKNAME, "work", sealed);
            assertThatThrownBy(() -> view.read(Field.NAME, "home")).isInstanceOf(BrokerException.class);
            assertThatThrownBy(() -> view.read(Field.NICKNAME, "work")).isInstanceOf(BrokerException.class);
        }
    }

    @Test
    void keys_areReadableByTheirOwnerOnlyAndStayTheSame() throws IOException {
        var digest = FileKeyRing.open(directory).digest(SecretKind.LOGIN_CODE, "a");
        assertThat(FileKeyRing.open(directory).digest(SecretKind.LOGIN_CODE, "a")).isEqualTo(digest);
        assertThat(FileKeyRing.open(directory).digest(SecretKind.ACCESS_TOKEN, "a")).isNotEqualTo(digest);
        try (var files = Files.list(directory.resolve("keys"))) {
            assertThat(files)
                .hasSize(3)
                .allSatisfy(file ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo(
                        "rw-------"
                    )
                );
        }
    }

    @Test
    void keys_areRefusedWhenOthersMayReadThem() throws IOException {
        FileKeyRing.open(directory);
        var file = directory.resolve("keys").resolve("digest.json");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> FileKeyRing.open(directory)).hasMessageContaining("set its mode to 0600");
    }

    @Test
    void store_isReadableByItsOwnerOnly() throws IOException {
        var made = directory.resolve("data");
        try (var fixture = new HostFixture(made)) {
            assertThat(fixture.kinds()).isEmpty();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made))).isEqualTo("rwx------");
        }
    }
}
