package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.audit.AuditEntry;
import dev.cloakroom.host.audit.LedgerBatch;
import dev.cloakroom.host.audit.LedgerNode;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.merkle.Frontier;
import dev.cloakroom.host.merkle.Hash;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree over the entries of a ledger that was a hash chain. The chain is checked on the way: a damaged ledger
 * must not come out looking whole. The first entry after the upgrade gets the first signature.
 */
final class LedgerRebuild implements JavaMigration {

    private static final byte CHAIN = 0x02;
    private static final String START = "00".repeat(32);

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("2.0.1");
    }

    @Override
    public String getDescription() {
        return "ledger rebuild";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        var chain = START;
        var frontier = Frontier.EMPTY;
        try (
            var statement = connection.createStatement();
            var rows = statement.executeQuery("SELECT * FROM ledger_entry_v1 ORDER BY sequence")
        ) {
            while (rows.next()) {
                var entry = entry(frontier.size() + 1, rows.getLong("sequence"), rows.getString("json"));
                chain = chained(chain, entry);
                require(entry.sequence(), chain.equals(rows.getString("chain_hash")));
                frontier = append(connection, frontier, entry);
            }
        }
        requireHead(connection, frontier.size(), chain);
        finish(connection, frontier);
    }

    private static AuditEntry entry(long expected, long sequence, String json) {
        require(expected, sequence == expected);
        try {
            var entry = AuditEntry.of(json);
            require(expected, entry.sequence() == expected);
            return entry;
        } catch (IllegalArgumentException e) {
            throw damaged(expected, e);
        }
    }

    private static String chained(String before, AuditEntry entry) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(CHAIN);
            digest.update(HexFormat.of().parseHex(before));
            digest.update(HexFormat.of().parseHex(entry.leaf().hex()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new BrokerException("this JVM has no SHA-256", e);
        }
    }

    private static Frontier append(Connection connection, Frontier frontier, AuditEntry entry) throws SQLException {
        var batch = LedgerBatch.of(frontier, List.of(entry));
        insert(connection, entry);
        for (var node : batch.nodes()) {
            insert(connection, node);
        }
        return batch.frontier();
    }

    private static void insert(Connection connection, AuditEntry entry) throws SQLException {
        execute(
            connection,
            "INSERT INTO ledger_entry VALUES (?, ?, ?, ?, ?, ?, ?)",
            entry.sequence(),
            entry.at().toEpochMilli(),
            entry.kind(),
            entry.program().orElse(null),
            entry.subject().orElse(null),
            entry.json(),
            entry.leaf().hex()
        );
    }

    private static void insert(Connection connection, LedgerNode node) throws SQLException {
        execute(
            connection,
            "INSERT INTO ledger_node VALUES (?, ?, ?)",
            node.level(),
            node.position(),
            node.hash().hex()
        );
    }

    private static void requireHead(Connection connection, long size, String chain) throws SQLException {
        try (
            var statement = connection.createStatement();
            var row = statement.executeQuery("SELECT * FROM ledger_head_v1")
        ) {
            require(size + 1, row.next() && row.getLong("size") == size && chain.equals(row.getString("chain_hash")));
        }
    }

    private static void finish(Connection connection, Frontier frontier) throws SQLException {
        var peaks = frontier.peaks().stream().map(Hash::hex).collect(Collectors.joining(" "));
        execute(connection, "UPDATE ledger_head SET size = ?, frontier = ?", frontier.size(), peaks);
        execute(connection, "DROP TABLE ledger_entry_v1");
        execute(connection, "DROP TABLE ledger_head_v1");
    }

    private static void execute(Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.execute();
        }
    }

    private static void require(long sequence, boolean holds) {
        if (!holds) {
            throw damaged(sequence, null);
        }
    }

    private static BrokerException damaged(long sequence, @Nullable Throwable cause) {
        var message =
            "the ledger was damaged at entry " + sequence + " before this upgrade: restore the store from a backup";
        return cause == null ? new BrokerException(message) : new BrokerException(message, cause);
    }
}
