package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.redeem.RedemptionStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The table {@code redemption}. */
record SqlRedemptions(Sql sql) implements RedemptionStore {
    @Override
    public void insert(Reserved reserved) {
        sql.update(
            """
            INSERT INTO redemption (id, program_id, token_id, key_digest, request_digest, result, reserved_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)""",
            reserved.id(),
            reserved.program().value(),
            reserved.token(),
            reserved.keyDigest(),
            reserved.requestDigest(),
            reserved.result(),
            reserved.at()
        );
    }

    @Override
    public Optional<Reserved> findByKey(ProgramId program, String keyDigest) {
        return sql.one(
            "SELECT * FROM redemption WHERE program_id = ? AND key_digest = ?",
            SqlRedemptions::reserved,
            program.value(),
            keyDigest
        );
    }

    private static Reserved reserved(ResultSet row) throws SQLException {
        return new Reserved(
            row.getString("id"),
            new ProgramId(row.getString("program_id")),
            row.getString("token_id"),
            row.getString("key_digest"),
            row.getString("request_digest"),
            RedemptionResult.valueOf(row.getString("result")),
            Sql.instant(row, "reserved_at")
        );
    }

    @Override
    public void complete(String id, RedemptionResult result) {
        sql.update("UPDATE redemption SET result = ? WHERE id = ? AND result = 'UNKNOWN'", result, id);
    }
}
