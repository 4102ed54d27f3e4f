package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.payment.Money;
import dev.cloakroom.host.payment.Order;
import dev.cloakroom.host.payment.OrderState;
import dev.cloakroom.host.payment.OrderStore;
import dev.cloakroom.host.payment.Refund;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.scope.RecipientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The tables {@code payment_order} and {@code refund}. */
record SqlOrders(Sql sql) implements OrderStore {
    @Override
    public Order findOrInsert(Order candidate) {
        sql.update(
            """
            INSERT INTO payment_order
                (id, program_id, subject, number, minor_units, currency, description, state, refunded, ordered_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (program_id, number) DO NOTHING""",
            candidate.id(),
            candidate.program().value(),
            candidate.subject().value(),
            candidate.number(),
            candidate.price().minorUnits(),
            candidate.price().currency(),
            candidate.description(),
            candidate.state(),
            candidate.refunded(),
            candidate.at()
        );
        return sql
            .one(
                "SELECT * FROM payment_order WHERE program_id = ? AND number = ?",
                SqlOrders::order,
                candidate.program().value(),
                candidate.number()
            )
            .orElseThrow();
    }

    @Override
    public Optional<Order> find(String id, ProgramId program) {
        return sql.one(
            "SELECT * FROM payment_order WHERE id = ? AND program_id = ?",
            SqlOrders::order,
            id,
            program.value()
        );
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(
            row.getString("id"),
            new ProgramId(row.getString("program_id")),
            new PairwiseSubject(row.getString("subject")),
            row.getString("number"),
            money(row),
            row.getString("description"),
            OrderState.valueOf(row.getString("state")),
            row.getLong("refunded"),
            Optional.ofNullable(row.getString("gateway")).map(RecipientId::new),
            Sql.instant(row, "ordered_at")
        );
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(row.getLong("minor_units"), row.getString("currency"));
    }

    @Override
    public boolean reserve(String id, RecipientId gateway) {
        return (
            sql.update(
                "UPDATE payment_order SET state = 'UNKNOWN', gateway = ? WHERE id = ? AND state = 'OPEN'",
                gateway.value(),
                id
            ) == 1
        );
    }

    @Override
    public void settle(String id, OrderState state) {
        sql.update("UPDATE payment_order SET state = ? WHERE id = ? AND state = 'UNKNOWN'", state, id);
    }

    @Override
    public Optional<Refund> findRefund(String order, String number) {
        return sql.one("SELECT * FROM refund WHERE order_id = ? AND number = ?", SqlOrders::refund, order, number);
    }

    private static Refund refund(ResultSet row) throws SQLException {
        return new Refund(
            row.getString("id"),
            row.getString("order_id"),
            row.getString("number"),
            money(row),
            RedemptionResult.valueOf(row.getString("result")),
            Sql.instant(row, "refunded_at")
        );
    }

    @Override
    public boolean reserve(Refund refund) {
        var amount = refund.amount().minorUnits();
        var counted = sql.update(
            """
            UPDATE payment_order SET refunded = refunded + ?
            WHERE id = ? AND state = 'PAID' AND refunded + ? <= minor_units""",
            amount,
            refund.order(),
            amount
        );
        return counted == 1 && insert(refund);
    }

    private boolean insert(Refund refund) {
        return (
            sql.update(
                """
                INSERT INTO refund (id, order_id, number, minor_units, currency, result, refunded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                refund.id(),
                refund.order(),
                refund.number(),
                refund.amount().minorUnits(),
                refund.amount().currency(),
                refund.result(),
                refund.at()
            ) == 1
        );
    }

    @Override
    public void settle(Refund refund, RedemptionResult result) {
        var settled = sql.update(
            "UPDATE refund SET result = ? WHERE id = ? AND result = 'UNKNOWN'",
            result,
            refund.id()
        );
        if (settled == 1 && result == RedemptionResult.FAILED) {
            sql.update(
                "UPDATE payment_order SET refunded = refunded - ? WHERE id = ?",
                refund.amount().minorUnits(),
                refund.order()
            );
        }
    }
}
