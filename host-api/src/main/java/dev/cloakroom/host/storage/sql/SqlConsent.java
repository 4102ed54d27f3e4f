package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.consent.ConsentReceipt;
import dev.cloakroom.host.consent.ConsentReceiptStore;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The table {@code consent_receipt}. */
record SqlConsent(Sql sql) implements ConsentReceiptStore {
    @Override
    public void insert(ConsentReceipt receipt) {
        sql.update(
            """
            INSERT INTO consent_receipt (id, user_id, program_id, scope, purpose, recipients, answer, answered_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            receipt.id(),
            receipt.user().value(),
            receipt.program().value(),
            receipt.scope().name(),
            receipt.purpose(),
            JsonColumns.recipients(receipt.recipients()),
            receipt.answer(),
            receipt.at()
        );
    }

    @Override
    public List<ConsentReceipt> list(UserId user) {
        return sql.list(
            "SELECT * FROM consent_receipt WHERE user_id = ? ORDER BY answered_at, id",
            SqlConsent::receipt,
            user.value()
        );
    }

    @Override
    public int countSince(UserId user, ProgramId program, Instant from) {
        return sql
            .one(
                """
                SELECT COUNT(*) AS receipts FROM consent_receipt
                WHERE user_id = ? AND program_id = ? AND answered_at >= ?""",
                row -> row.getInt("receipts"),
                user.value(),
                program.value(),
                from
            )
            .orElse(0);
    }

    /** A grant outlives its receipt when the user is erased: it is revoked, and tells nothing of them then. */
    @Override
    public void deleteAll(UserId user) {
        sql.update("UPDATE access_grant SET receipt_id = NULL WHERE user_id = ?", user.value());
        sql.update("DELETE FROM consent_receipt WHERE user_id = ?", user.value());
    }

    private static ConsentReceipt receipt(ResultSet row) throws SQLException {
        return new ConsentReceipt(
            row.getString("id"),
            new UserId(row.getString("user_id")),
            new ProgramId(row.getString("program_id")),
            Columns.scope(row),
            row.getString("purpose"),
            JsonColumns.recipients(row.getString("recipients")),
            ConsentAnswer.valueOf(row.getString("answer")),
            Sql.instant(row, "answered_at")
        );
    }
}
