package dev.cloakroom.host.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritersInLineTest {

    @TempDir
    Path directory;

    /**
     * Whose transaction gives its carrier thread up must get one back, though more wait for it than there are carriers:
     * in SQLite's own waiting they would all fail when its patience of 20 s ends.
     */
    @Test
    void transactions_ofManyVirtualThreadsAllEndWhenTheirWorkWaits() {
        var threads = 4 * Runtime.getRuntime().availableProcessors();
        try (var storage = SqliteStorage.open(directory)) {
            var writers = IntStream.range(0, threads).mapToObj(i ->
                i % 2 == 0 ? slowTransaction(storage) : statementAlone(storage)
            );
            assertThat(StorageUnderTest.atOnce(writers.toList())).hasSize(threads).containsOnly(true);
        }
    }

    private static Callable<Boolean> slowTransaction(Storage storage) {
        return () ->
            storage.transactions().inTransaction(() -> {
                storage.audit().lockHead();
                sleep();
                return true;
            });
    }

    private static Callable<Boolean> statementAlone(Storage storage) {
        return () -> {
            storage.tokens().endExpired(Instant.EPOCH);
            return true;
        };
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofMillis(20));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
