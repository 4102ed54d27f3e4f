package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.VaultStore;
import java.util.List;
import java.util.Optional;

/** The tables {@code vault_key}, {@code vault_value} and {@code doomed_key}. */
record SqlVault(Sql sql, SqlTransactions transactions) implements VaultStore {
    @Override
    public Optional<String> findKey(UserId user) {
        return sql.one(
            "SELECT wrapped FROM vault_key WHERE user_id = ?",
            row -> row.getString("wrapped"),
            user.value()
        );
    }

    @Override
    public String findOrInsertKey(UserId user, String wrapped) {
        return sql
            .returning(
                """
                INSERT INTO vault_key (user_id, wrapped) VALUES (?, ?)
                ON CONFLICT (user_id) DO UPDATE SET wrapped = vault_key.wrapped RETURNING wrapped""",
                row -> row.getString("wrapped"),
                user.value(),
                wrapped
            )
            .orElseThrow();
    }

    @Override
    public Optional<String> findValue(UserId user, Field field, String label) {
        return sql.one(
            "SELECT sealed FROM vault_value WHERE user_id = ? AND field = ? AND label = ?",
            row -> row.getString("sealed"),
            user.value(),
            field,
            label
        );
    }

    /** Sorted here, since each engine has an order of its own. */
    @Override
    public List<String> labels(UserId user, Field field) {
        return sql
            .list(
                "SELECT label FROM vault_value WHERE user_id = ? AND field = ?",
                row -> row.getString("label"),
                user.value(),
                field
            )
            .stream()
            .sorted()
            .toList();
    }

    @Override
    public void saveValue(UserId user, Field field, String label, String sealed) {
        sql.update(
            """
            INSERT INTO vault_value (user_id, field, label, sealed) VALUES (?, ?, ?, ?)
            ON CONFLICT (user_id, field, label) DO UPDATE SET sealed = excluded.sealed""",
            user.value(),
            field,
            label,
            sealed
        );
    }

    @Override
    public void deleteValue(UserId user, Field field, String label) {
        sql.update("DELETE FROM vault_value WHERE user_id = ? AND field = ? AND label = ?", user.value(), field, label);
    }

    /** The values first: they refer to the key. */
    @Override
    public void deleteUser(UserId user, String wrapped) {
        transactions.inTransaction(() -> {
            sql.update(
                """
                DELETE FROM vault_value WHERE user_id IN
                    (SELECT user_id FROM vault_key WHERE user_id = ? AND wrapped = ?)""",
                user.value(),
                wrapped
            );
            var deleted = sql.update("DELETE FROM vault_key WHERE user_id = ? AND wrapped = ?", user.value(), wrapped);
            return deleted == 0 ? 0 : sql.update("INSERT INTO doomed_key (wrapped) VALUES (?)", wrapped);
        });
    }

    @Override
    public List<String> doomedKeys() {
        return sql.list("SELECT wrapped FROM doomed_key", row -> row.getString("wrapped"));
    }

    @Override
    public void forgetDoomedKey(String wrapped) {
        sql.update("DELETE FROM doomed_key WHERE wrapped = ?", wrapped);
    }

    @Override
    public void scrub() {
        transactions.scrub();
    }
}
