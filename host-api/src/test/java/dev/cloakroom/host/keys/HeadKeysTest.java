package dev.cloakroom.host.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.signature.Ed25519Parameters;
import dev.cloakroom.host.merkle.Hash;
import dev.cloakroom.host.merkle.HeadJson;
import dev.cloakroom.host.merkle.SignedTreeHead;
import dev.cloakroom.host.merkle.TreeHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What signs heads, and what remembers the newest. */
class HeadKeysTest {

    /** Signed by a host, and found good by openssl 3. */
    private static final String HEAD = """
    {"size":6,"root":"a53a31736ff1d911fb4e251c5263cadd3a5e69f1bec1cd90efff5c269a9d42d2",\
    "at":"2026-11-22T08:49:09.271Z","key":"f8babd52eb9ea6753ede38602b89b8a62e61d1989fc28c2a38dbf2bfdf8eb675",\
    "signature":"oUdWruPEX0427ppmHOYNCUtsZ5w4FBRb6G/AYHFI+Ri7og7SfdN84N/IXOfkmAArBi+v4brMns6Oe7HFYxMaCg=="}""";
    private static final String KEY = """
    -----BEGIN PUBLIC KEY-----
    MCowBQYDK2VwAyEAfR6eRRf8rVIgGIWODKHV2uu02IVOup3BYOtY3Yf+ew0=
    -----END PUBLIC KEY-----
    """;

    @TempDir
    private Path directory;

    @Test
    void signedHead_isReadAndVerifiedFromText() {
        var head = HeadJson.parse(HEAD).orElseThrow();
        var key = HeadKey.parse(KEY).getFirst();

        assertThat(HeadJson.of(head)).hasToString(HEAD);
        assertThat(key.pem()).isEqualTo(KEY);
        assertThat(key.id()).isEqualTo(head.keyId());
        assertThat(key.signed(head)).isTrue();
    }

    @Test
    void headThatDiffersInAnything_isNotTheSignedOne() {
        var key = HeadKey.parse(KEY).getFirst();
        for (var change : List.of("\"size\":6~\"size\":7", "a53a~a53b", ".271Z~.272Z", "oUdW~oUdX", "f8ba~f8bb")) {
            var parts = change.split("~", -1);
            var head = HeadJson.parse(HEAD.replace(parts[0], parts[1])).orElseThrow();
            assertThat(key.signed(head)).as(change).isFalse();
        }
        assertThat(
            HeadKey.parse(KEY.replace("fR6e", "fR6f")).getFirst().signed(HeadJson.parse(HEAD).orElseThrow())
        ).isFalse();
    }

    @Test
    void textThatIsNoHead_isNone() {
        for (var text : List.of("", "[]", "{}", "null", HEAD.replace("6,", "\"6\","), HEAD.replace("a53a", "A53A"))) {
            assertThat(HeadJson.parse(text)).as(text).isEmpty();
        }
        assertThat(HeadJson.parse(HEAD.replace("{", "{\"more\":1,"))).isEmpty();
        assertThat(HeadKey.parse("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")).isEmpty();
    }

    @Test
    void replacedKey_staysForTheHeadsThatItSigned() throws Exception {
        var running = FileKeyRing.open(directory).headSigner();
        var before = running.sign(head(1));
        replaceKey();
        var restarted = FileKeyRing.open(directory).headSigner();
        var after = restarted.sign(head(2));

        assertThat(after.keyId()).isNotEqualTo(before.keyId());
        assertThat(restarted.keys()).hasSize(2);
        assertThat(restarted.signed(before)).isTrue();
        assertThat(running.signed(after)).as("a process that opened its keys before").isTrue();
    }

    @Test
    void witness_remembersTheNewestOfManyThreadsAndProcesses() throws Exception {
        var signer = FileKeyRing.open(directory).headSigner();
        var tasks = new ArrayList<Callable<SignedTreeHead>>();
        for (int size = 1; size <= 40; size++) {
            var head = signer.sign(head(size));
            tasks.add(() -> FileKeyRing.open(directory).headWitness().record(head));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tasks)) {
                assertThat(done.get().size()).isPositive();
            }
        }
        assertThat(witness().last()).map(SignedTreeHead::size).contains(40L);
        assertThat(
            witness()
                .record(signer.sign(head(3)))
                .size()
        ).isEqualTo(40);
    }

    /** Whichever of the last 512 bytes reached the disk. */
    @Test
    void witness_remembersTheHeadBeforeOneThatWasHalfWritten() throws IOException {
        var signer = FileKeyRing.open(directory).headSigner();
        for (int size = 1; size <= 4; size++) {
            witness().record(signer.sign(head(size)));
            var former = Files.readAllBytes(file());
            witness().record(signer.sign(head(size + 1)));
            var whole = Files.readAllBytes(file());
            var at = Arrays.mismatch(former, whole);
            for (int written : new int[] { 1, 40, 200, 270 }) {
                var torn = Arrays.copyOf(former, whole.length);
                System.arraycopy(whole, at, torn, at, Math.min(written, whole.length - at));
                Files.write(file(), torn);
                assertThat(witness().last())
                    .as("%d bytes", written)
                    .map(SignedTreeHead::size)
                    .contains((long) size);
            }
            Files.write(file(), whole);
            assertThat(witness().last())
                .map(SignedTreeHead::size)
                .contains(size + 1L);
        }
    }

    @Test
    void damagedWitness_isNotTakenForAMissingOne() throws IOException {
        var signer = FileKeyRing.open(directory).headSigner();
        witness().record(signer.sign(head(1)));
        witness().record(signer.sign(head(2)));
        Files.write(file(), new byte[1024]);
        assertThatThrownBy(() -> witness().last()).hasMessageContainingAll("damaged", "restore", "ledger-head");
    }

    @Test
    void restartedWitness_knowsTheSmallerHead() {
        var signer = FileKeyRing.open(directory).headSigner();
        witness().record(signer.sign(head(8)));
        witness().record(signer.sign(head(9)));
        witness().restart(signer.sign(head(3)));
        assertThat(witness().last()).map(SignedTreeHead::size).contains(3L);
    }

    private HeadWitness witness() {
        return FileKeyRing.open(directory).headWitness();
    }

    private Path file() {
        return directory.resolve("keys").resolve("ledger-head");
    }

    private static TreeHead head(long size) {
        return new TreeHead(size, Hash.EMPTY, Instant.parse("2026-11-01T08:00:00Z"));
    }

    /** As an operator does with Tink's own tool. */
    private void replaceKey() throws IOException, GeneralSecurityException {
        var file = directory.resolve("keys").resolve("ledger.json");
        var access = InsecureSecretKeyAccess.get();
        var config = TinkConfig2026.get();
        var keyset = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), config, access);
        var key = KeysetHandle.generateNew(Ed25519Parameters.create(), config).getPrimary().getKey();
        var entry = KeysetHandle.importKey(key).withRandomId().makePrimary();
        var grown = KeysetHandle.newBuilder(keyset).addEntry(entry).build();
        Files.writeString(file, TinkJsonProtoKeysetFormat.serializeKeyset(grown, config, access));
    }
}
