package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.transaction.Transactions;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.host.vault.VaultStore;
import java.util.List;
import java.util.Optional;

/** The tables {@code vault_key} and {@code vault_value}. */
record SqlVault(Sql sql, Transactions transactions) implements VaultStore {
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
            .one(
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

    @Override
    public List<String> labels(UserId user, Field field) {
        return sql.list(
            "SELECT label FROM vault_value WHERE user_id = ? AND field = ? ORDER BY label",
            row -> row.getString("label"),
            user.value(),
            field
        );
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

    @Override
    public void deleteUser(UserId user) {
        transactions.inTransaction(() -> {
            sql.update("DELETE FROM vault_value WHERE user_id = ?", user.value());
            return sql.update("DELETE FROM vault_key WHERE user_id = ?", user.value());
        });
    }
}
