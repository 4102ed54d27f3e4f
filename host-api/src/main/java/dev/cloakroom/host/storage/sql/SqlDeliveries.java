package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.delivery.Delivery;
import dev.cloakroom.host.delivery.DeliveryStatus;
import dev.cloakroom.host.delivery.DeliveryStore;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.scope.RecipientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The table {@code delivery}. */
record SqlDeliveries(Sql sql) implements DeliveryStore {
    @Override
    public void insert(Delivery delivery) {
        sql.update(
            "INSERT INTO delivery (handle, program_id, courier, status, changed_at) VALUES (?, ?, ?, ?, ?)",
            delivery.handle(),
            delivery.program().value(),
            delivery.courier().value(),
            delivery.status().orElse(null),
            delivery.at()
        );
    }

    @Override
    public Optional<Delivery> find(String handle, ProgramId program) {
        return sql.one(
            "SELECT * FROM delivery WHERE handle = ? AND program_id = ?",
            SqlDeliveries::delivery,
            handle,
            program.value()
        );
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
            row.getString("handle"),
            new ProgramId(row.getString("program_id")),
            new RecipientId(row.getString("courier")),
            Optional.ofNullable(row.getString("status")).map(DeliveryStatus::valueOf),
            Sql.instant(row, "changed_at")
        );
    }

    @Override
    public boolean update(String handle, RecipientId courier, DeliveryStatus status, Instant at) {
        return (
            sql.update(
                """
                UPDATE delivery SET status = ?, changed_at = ?
                WHERE handle = ? AND courier = ? AND (status IS NULL OR status NOT IN ('DELIVERED', 'RETURNED'))""",
                status,
                at,
                handle,
                courier.value()
            ) == 1
        );
    }
}
