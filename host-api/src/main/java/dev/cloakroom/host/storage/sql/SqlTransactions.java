package dev.cloakroom.host.storage.sql;

import com.zaxxer.hikari.HikariDataSource;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.transaction.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Binds a connection to the thread for the length of a transaction. Outside of one, each statement has its own: as a
 * transaction when it writes.
 */
final class SqlTransactions implements Transactions {

    private final ScopedValue<Current> current = ScopedValue.newInstance();
    private final HikariDataSource pool;
    private final Engine engine;
    private final GroupCommit commits;

    SqlTransactions(HikariDataSource pool, Engine engine) {
        this.pool = pool;
        this.engine = engine;
        this.commits = new GroupCommit(pool, engine);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return current.isBound() ? current.get().join(work) : inNewTransaction(work);
    }

    private <T> T inNewTransaction(Supplier<T> work) {
        return commits.run(connection -> {
            var transaction = new Current(connection);
            var result = ScopedValue.where(current, transaction).call(work::get);
            transaction.requireWhole();
            return result;
        });
    }

    /** Runs statements on the transaction's connection, or on one of their own. */
    <T> T with(SqlWork<T> work) {
        try {
            return current.isBound() ? current.get().run(work) : onOwnConnection(work);
        } catch (SQLException e) {
            throw new BrokerException("a statement failed: " + engine.fix(e), e);
        }
    }

    /** The same for statements that write. */
    <T> T writing(SqlWork<T> work) {
        return current.isBound() ? with(work) : inNewTransaction(() -> with(work));
    }

    private <T> T onOwnConnection(SqlWork<T> work) throws SQLException {
        try (var connection = pool.getConnection()) {
            return work.run(connection);
        }
    }

    void scrub() {
        engine.scrub();
    }

    /**
     * A transaction of which a part failed never commits the rest, even when its work caught the exception. It runs no
     * further statement either: the engine may have ended it, and would take the statement for a transaction.
     */
    private static final class Current {

        private final Connection connection;
        private boolean whole = true;

        Current(Connection connection) {
            this.connection = connection;
        }

        <T> T run(SqlWork<T> work) throws SQLException {
            requireWhole();
            var result = whole(() -> work.run(connection));
            return result;
        }

        <T> T join(Supplier<T> work) {
            return whole(work::get);
        }

        private <T, E extends Exception> T whole(ScopedValue.CallableOp<T, E> part) throws E {
            var done = false;
            try {
                var result = part.call();
                done = true;
                return result;
            } finally {
                whole &= done;
            }
        }

        void requireWhole() {
            if (!whole) {
                throw new BrokerException("a part of the transaction failed, so that nothing of it was kept");
            }
        }
    }

    /** Statements on a connection. */
    @FunctionalInterface
    interface SqlWork<T> {
        T run(Connection connection) throws SQLException;
    }
}
