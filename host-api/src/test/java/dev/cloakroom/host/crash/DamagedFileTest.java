package dev.cloakroom.host.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.error.BrokerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store whose file is not what it was: it may refuse, but never give a dead token life nor quote what it holds. */
class DamagedFileTest {

    private static final int DAMAGES = Integer.getInteger("crash.damages", 20);

    @TempDir
    Path directory;

    private final List<Journal.Effect> effects = new ArrayList<>();
    private String used = "";
    private String revoked = "";
    private byte[] whole = {};

    /** Everything is in the one file when the last connection is closed. */
    @BeforeEach
    void fill() throws IOException {
        try (var site = open()) {
            site.run("put", "u1", "-");
            used = token(site, "u1");
            site.run("redeem", used, "-");
            for (int user = 1; user < 60; user++) {
                revoked = token(site, "u" + user);
            }
            site.run("revoke", "u59", "-");
        }
        effects.clear();
        whole = Files.readAllBytes(file());
    }

    private Site open() {
        var storage = Engine.SQLITE.open(directory);
        try {
            return new Site(directory, storage, Failpoints.none(), (redemption, phone) ->
                effects.add(new Journal.Effect(redemption, phone))
            );
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    private Path file() {
        return directory.resolve("cloakroom.db");
    }

    private static String token(Site site, String user) {
        return site.run("mint", user, "-").split(" ", 2)[1];
    }

    @Test
    void flippedBytes_reviveNothingAndAreNotQuoted() throws IOException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var failures = 0;
        for (int i = 0; i < DAMAGES; i++) {
            var bytes = whole.clone();
            for (int flip = 0; flip < 1 + i; flip++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            failures += tried(bytes, "seed " + seed + ", damage " + i);
        }
        System.out.println("damaged file: revived 0, quoted 0, n = " + DAMAGES + ", of which refused " + failures);
    }

    @Test
    void truncatedFile_revivesNothingAndIsNotQuoted() throws IOException {
        var failures = 0;
        for (int part = 0; part < 5; part++) {
            var bytes = new byte[(whole.length * part) / 10];
            System.arraycopy(whole, 0, bytes, 0, bytes.length);
            failures += tried(bytes, "part " + part);
        }
        assertThat(failures).isGreaterThan(2);
    }

    /** What is not a database at all must say so. */
    @Test
    void otherFile_isNotOpened() throws IOException {
        assertThat(
            tried(
                "not a database, but long enough to look for a header".repeat(500).getBytes(StandardCharsets.UTF_8),
                "text"
            )
        ).isEqualTo(1);
    }

    /** Returns whether the store refused to work. */
    private int tried(byte[] bytes, String which) throws IOException {
        Files.deleteIfExists(directory.resolve("cloakroom.db-wal"));
        Files.deleteIfExists(directory.resolve("cloakroom.db-shm"));
        Files.deleteIfExists(file());
        Files.write(file(), bytes);
        try (var site = open()) {
            for (var token : List.of(used, revoked)) {
                assertThat(site.run("redeem", token, "-"))
                    .as(which)
                    .startsWith("refused ");
            }
            var minted = site.run("mint", "u2", "-");
            return minted.startsWith("token ") ? 0 : 1;
        } catch (BrokerException e) {
            saysNothing(e, which);
            return 1;
        } finally {
            assertThat(effects).as(which).isEmpty();
        }
    }

    private void saysNothing(Throwable failure, String which) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(String.valueOf(cause.getMessage())).as(which).doesNotContain(used, revoked, Site.phone("u1"));
        }
    }
}
