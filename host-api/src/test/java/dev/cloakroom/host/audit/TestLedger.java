package dev.cloakroom.host.audit;

import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** A ledger in a directory, opened for each use as a process of its own does. */
record TestLedger(Path directory) {
    private static final List<String> TRIGGERS = List.of(
        "ledger_entry_no_update",
        "ledger_entry_no_delete",
        "ledger_entry_in_order",
        "ledger_node_no_update",
        "ledger_node_no_delete",
        "ledger_node_in_order",
        "ledger_head_one_row",
        "ledger_head_no_delete",
        "ledger_head_grows"
    );

    /** Appends as many entries as that, each in a transaction of its own. */
    void append(int count) {
        use(ledger -> {
            for (int i = 0; i < count; i++) {
                ledger.append(event(i));
            }
        });
    }

    static AuditEvent event(int i) {
        return new AuditEvent.LoginCodeExchanged(new ProgramId("program-" + (i % 3)), new PairwiseSubject("subject"));
    }

    void use(Use use) {
        try (var storage = SqliteStorage.open(directory)) {
            use.with(open(storage));
        }
    }

    AuditLedger open(SqliteStorage storage) {
        var keys = FileKeyRing.open(directory);
        return AuditLedger.open(
            storage.audit(),
            storage.transactions(),
            keys.headSigner(),
            keys.headWitness(),
            Clock.systemUTC()
        );
    }

    LedgerVerdict verify() {
        try (var storage = SqliteStorage.open(directory)) {
            return verify(storage);
        }
    }

    LedgerVerdict verify(SqliteStorage storage) {
        var keys = FileKeyRing.open(directory);
        return new LedgerVerifier(storage.audit(), keys.headSigner(), keys.headWitness()).verify();
    }

    LedgerVerdict accept() {
        try (var storage = SqliteStorage.open(directory)) {
            var keys = FileKeyRing.open(directory);
            return new LedgerAcceptance(
                storage.audit(),
                storage.transactions(),
                keys.headSigner(),
                keys.headWitness(),
                Clock.systemUTC()
            ).accept();
        }
    }

    /** As somebody does who can write the file. */
    void tamper(String... statements) {
        try (
            var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("cloakroom.db"));
            var statement = connection.createStatement()
        ) {
            for (var trigger : TRIGGERS) {
                statement.execute("DROP TRIGGER IF EXISTS " + trigger);
            }
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Copies the closed store's file away. */
    Path backUp() {
        return copy(directory.resolve("cloakroom.db"), directory.resolve("backup.db"));
    }

    void restore(Path backup) {
        copy(backup, directory.resolve("cloakroom.db"));
    }

    static Path copy(Path from, Path to) {
        try {
            return Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    interface Use {
        void with(AuditLedger ledger);
    }
}
