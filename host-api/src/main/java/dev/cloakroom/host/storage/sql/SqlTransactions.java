package dev.cloakroom.host.storage.sql;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.transaction.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Binds a connection to the thread for the length of a transaction; without one, each statement has its own. */
final class SqlTransactions implements Transactions {

    private final ScopedValue<Connection> current = ScopedValue.newInstance();
    private final DataSource pool;

    SqlTransactions(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return current.isBound() ? work.get() : inNewTransaction(work);
    }

    private <T> T inNewTransaction(Supplier<T> work) {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            return commitOrRollBack(connection, work);
        } catch (SQLException e) {
            throw new BrokerException("the transaction failed", e);
        }
    }

    private <T> T commitOrRollBack(Connection connection, Supplier<T> work) throws SQLException {
        var done = false;
        try {
            var result = ScopedValue.where(current, connection).call(work::get);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    /** Runs statements on the transaction's connection, or on one of their own. */
    <T> T with(SqlWork<T> work) {
        try {
            return current.isBound() ? work.run(current.get()) : onOwnConnection(work);
        } catch (SQLException e) {
            throw new BrokerException("a statement failed", e);
        }
    }

    private <T> T onOwnConnection(SqlWork<T> work) throws SQLException {
        try (var connection = pool.getConnection()) {
            return work.run(connection);
        }
    }

    /** Statements on a connection. */
    @FunctionalInterface
    interface SqlWork<T> {
        T run(Connection connection) throws SQLException;
    }
}
