package dev.cloakroom.host.storage.sql;

import com.zaxxer.hikari.HikariDataSource;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.transaction.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Binds a connection to the thread for the length of a transaction. Outside of one, each statement has its own: as a
 * transaction when it writes.
 *
 * <p>The engines let one transaction write at a time; who waits for that in SQLite waits in native code, and so keeps
 * one of the few threads that carry virtual ones. As many such waiters as there are processors would keep the one that
 * they wait for from ever running on. So this host's transactions stand in line here, and at most one waits there, for
 * another host.
 */
final class SqlTransactions implements Transactions {

    private static final int PATIENCE_SECONDS = 30;

    private final ScopedValue<Current> current = ScopedValue.newInstance();
    private final HikariDataSource pool;
    private final Engine engine;
    private final ReentrantLock turn = new ReentrantLock(true);

    SqlTransactions(HikariDataSource pool, Engine engine) {
        this.pool = pool;
        this.engine = engine;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return current.isBound() ? current.get().join(work) : inNewTransaction(work);
    }

    private <T> T inNewTransaction(Supplier<T> work) {
        var result = inTurn(work);
        engine.committed();
        return result;
    }

    private <T> T inTurn(Supplier<T> work) {
        awaitTurn();
        try {
            return onNewConnection(work);
        } finally {
            turn.unlock();
        }
    }

    private void awaitTurn() {
        try {
            if (!turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new BrokerException("a transaction of this host takes too long: see which one hangs");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("the thread was interrupted before its transaction began", e);
        }
    }

    private <T> T onNewConnection(Supplier<T> work) {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            return commitOrRollBack(connection, work);
        } catch (SQLException e) {
            throw failed("the transaction failed", e);
        }
    }

    private <T> T commitOrRollBack(Connection connection, Supplier<T> work) throws SQLException {
        try {
            engine.begin(connection);
            var transaction = new Current(connection);
            var result = ScopedValue.where(current, transaction).call(work::get);
            transaction.requireWhole();
            connection.commit();
            return result;
        } catch (Throwable e) {
            rollBack(connection, e);
            throw e;
        }
    }

    /** A connection that cannot roll back may still hold the transaction: closing it ends that. */
    private void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
            pool.evictConnection(connection);
        }
    }

    /** Runs statements on the transaction's connection, or on one of their own. */
    <T> T with(SqlWork<T> work) {
        try {
            return current.isBound() ? current.get().run(work) : onOwnConnection(work);
        } catch (SQLException e) {
            throw failed("a statement failed", e);
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

    private BrokerException failed(String what, SQLException e) {
        return new BrokerException(what + ": " + engine.fix(e), e);
    }

    /** A transaction of which a part failed never commits the rest, even when its work caught the exception. */
    private static final class Current {

        private final Connection connection;
        private boolean whole = true;

        Current(Connection connection) {
            this.connection = connection;
        }

        <T> T run(SqlWork<T> work) throws SQLException {
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
