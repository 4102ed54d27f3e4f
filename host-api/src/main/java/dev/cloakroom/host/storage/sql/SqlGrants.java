package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.grant.GrantStore;
import dev.cloakroom.host.grant.Term;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.transaction.Transactions;
import java.time.Instant;
import java.util.List;

/** The table {@code access_grant}. */
record SqlGrants(Sql sql, Transactions transactions) implements GrantStore {
    @Override
    public void insert(Grant grant) {
        sql.update(
            """
            INSERT INTO access_grant
                (id, user_id, program_id, scope, purpose, recipients, term, session_id, ends_at, parameters, label,
                receipt_id, granted_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            grant.id(),
            grant.user().value(),
            grant.program().value(),
            grant.scope().name(),
            grant.purpose(),
            JsonColumns.recipients(grant.recipients()),
            Columns.term(grant.term()),
            grant.term() instanceof Term.Session(var id) ? id : null,
            grant.term() instanceof Term.Until(var end) ? end : null,
            JsonColumns.texts(grant.parameters()),
            grant.label(),
            grant.receipt().orElse(null),
            grant.at()
        );
    }

    @Override
    public List<Grant> live(UserId user, Instant now) {
        return sql.list(
            """
            SELECT g.*, g.id AS grant_id FROM access_grant g
            WHERE g.user_id = ? AND g.revoked_at IS NULL AND (g.ends_at IS NULL OR g.ends_at > ?)
                AND (g.term <> 'ONCE' OR EXISTS
                    (SELECT 1 FROM access_token t WHERE t.grant_id = g.id AND t.ended_at IS NULL))
            ORDER BY g.granted_at, g.id""",
            Columns::grant,
            user.value(),
            now
        );
    }

    @Override
    public boolean revoke(String grantId, Instant now) {
        return transactions.inTransaction(() -> {
            var sqlGrant = "UPDATE access_grant SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL";
            var revoked = sql.update(sqlGrant, now, grantId) > 0;
            sql.update("UPDATE access_token SET ended_at = ? WHERE grant_id = ? AND ended_at IS NULL", now, grantId);
            return revoked;
        });
    }

    @Override
    public void deleteAll(UserId user) {
        transactions.inTransaction(() -> {
            var ofUser =
                "(SELECT t.id FROM access_token t JOIN access_grant g ON g.id = t.grant_id WHERE g.user_id = ?)";
            sql.update("DELETE FROM redemption WHERE token_id IN " + ofUser, user.value());
            sql.update("DELETE FROM access_token WHERE id IN " + ofUser, user.value());
            return sql.update("DELETE FROM access_grant WHERE user_id = ?", user.value());
        });
    }
}
