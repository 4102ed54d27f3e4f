package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.request.RequestContext;
import dev.cloakroom.host.token.TokenRecord;
import dev.cloakroom.host.token.TokenStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The table {@code access_token}. Expiry and uses have columns besides the caveats, for the database to decide on. */
record SqlTokens(Sql sql) implements TokenStore {
    @Override
    public void insert(String tokenDigest, TokenRecord token) {
        sql.update(
            """
            INSERT INTO access_token (id, digest, grant_id, subject, caveats, declared, gesture, foreground,
                issued_at, expires_at, max_uses, spent)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            token.id(),
            tokenDigest,
            token.grant().id(),
            token.subject().value(),
            JsonColumns.caveats(token.caveats()),
            token.context().declared(),
            token.context().gesture(),
            token.context().foreground(),
            token.issuedAt(),
            token.expiresAt(),
            token.maxUses(),
            token.spent()
        );
    }

    @Override
    public Optional<TokenRecord> findLive(String tokenDigest, ProgramId program, Instant now) {
        return sql.one(
            """
            SELECT t.*, t.id AS token_id, g.user_id, g.program_id, g.scope, g.purpose, g.recipients, g.term,
                g.session_id, g.ends_at, g.parameters, g.label, g.receipt_id, g.granted_at
            FROM access_token t JOIN access_grant g ON g.id = t.grant_id
            WHERE t.digest = ? AND g.program_id = ? AND g.revoked_at IS NULL
                AND (g.ends_at IS NULL OR g.ends_at > ?) AND t.ended_at IS NULL AND t.expires_at > ? AND t.spent < t.max_uses""",
            SqlTokens::token,
            tokenDigest,
            program.value(),
            now,
            now
        );
    }

    private static TokenRecord token(ResultSet row) throws SQLException {
        return new TokenRecord(
            row.getString("token_id"),
            Columns.grant(row),
            new PairwiseSubject(row.getString("subject")),
            JsonColumns.caveats(row.getString("caveats")),
            new RequestContext(row.getBoolean("declared"), row.getBoolean("gesture"), row.getBoolean("foreground")),
            Sql.instant(row, "issued_at"),
            row.getInt("spent")
        );
    }

    @Override
    public boolean spend(String tokenId, Instant now) {
        var changed = sql.update(
            """
            UPDATE access_token
            SET spent = spent + 1, ended_at = CASE WHEN spent + 1 >= max_uses THEN CAST(? AS BIGINT) ELSE NULL END
            WHERE id = ? AND ended_at IS NULL AND expires_at > ? AND spent < max_uses
                AND EXISTS (SELECT 1 FROM access_grant g WHERE g.id = grant_id AND g.revoked_at IS NULL
                    AND (g.ends_at IS NULL OR g.ends_at > ?))""",
            now,
            tokenId,
            now,
            now
        );
        return changed == 1;
    }

    @Override
    public boolean end(String tokenId, Instant now) {
        return sql.update("UPDATE access_token SET ended_at = ? WHERE id = ? AND ended_at IS NULL", now, tokenId) == 1;
    }

    @Override
    public void endExpired(Instant now) {
        sql.update("UPDATE access_token SET ended_at = ? WHERE ended_at IS NULL AND expires_at <= ?", now, now);
    }
}
