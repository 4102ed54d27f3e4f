package dev.cloakroom.host.storage.sql;

import com.zaxxer.hikari.HikariDataSource;
import dev.cloakroom.host.error.BrokerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transaction of the engine, with the work of one caller or of several, one after the other. Each of these is all
 * or nothing by itself, and nobody is answered before all of it is durable.
 */
final class Batch {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    /** By then a commit costs little for each; more would only make other hosts wait longer. */
    private static final int MOST_WORKS = 64;

    private final HikariDataSource pool;
    private final Engine engine;
    private final Connection connection;
    private final CompletableFuture<Void> durable = new CompletableFuture<>();
    private int works;
    /** Why nothing of it may be kept. */
    private @Nullable Throwable spoiled;

    /** What a work came to, which its caller hears when the batch has ended. */
    private sealed interface Attempt<T> {
        record Done<T>(T result) implements Attempt<T> {}

        record Failed<T>(Throwable cause) implements Attempt<T> {}
    }

    /** Waits for the end of the batch. */
    @FunctionalInterface
    interface Answer<T> {
        /**
         * The work's result, when it is durable.
         *
         * @throws BrokerException when the batch could not be committed, so that nothing of it was kept
         */
        T await();
    }

    private Batch(HikariDataSource pool, Engine engine, Connection connection) {
        this.pool = pool;
        this.engine = engine;
        this.connection = connection;
    }

    static Batch begin(HikariDataSource pool, Engine engine) {
        try {
            return new Batch(pool, engine, begun(pool, engine));
        } catch (SQLException e) {
            throw failed(engine, e);
        }
    }

    private static Connection begun(HikariDataSource pool, Engine engine) throws SQLException {
        var connection = pool.getConnection();
        try {
            connection.setAutoCommit(false);
            engine.begin(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            pool.evictConnection(connection);
            throw e;
        }
    }

    boolean isOpen() {
        return !durable.isDone();
    }

    /** Whether it may take no further work. */
    boolean isFull() {
        return works >= MOST_WORKS || spoiled != null;
    }

    /** Runs a caller's work; what it throws takes back what it did, and nothing of the others. Never throws itself. */
    <T> Answer<T> run(Function<Connection, T> work) {
        works++;
        var attempt = attempt(work);
        return () -> answer(attempt);
    }

    private <T> Attempt<T> attempt(Function<Connection, T> work) {
        try {
            unlessFirst("SAVEPOINT work");
            var result = work.apply(connection);
            unlessFirst("RELEASE SAVEPOINT work");
            return new Attempt.Done<>(result);
        } catch (Throwable e) {
            takeBack(e);
            return new Attempt.Failed<>(e);
        }
    }

    /**
     * The engine may have ended the whole transaction on its own, which shows as the loss of the savepoint. Whatever
     * keeps a work from being taken back, a full stack or memory too, spoils the batch: no half of a work is committed.
     */
    private void takeBack(Throwable cause) {
        spoiled = cause;
        try {
            unlessFirst("ROLLBACK TO SAVEPOINT work");
            unlessFirst("RELEASE SAVEPOINT work");
            spoiled = works == 1 ? cause : null;
        } catch (SQLException | RuntimeException | Error e) {
            spoiled = e;
        }
    }

    /** The first work needs no savepoint: before it there is nothing to keep. */
    private void unlessFirst(String command) throws SQLException {
        if (works > 1) {
            try (var statement = connection.createStatement()) {
                statement.execute(command);
            }
        }
    }

    /** Commits all works, or none. */
    void end() {
        try {
            if (spoiled == null) {
                commit();
            } else {
                rollBack(spoiled);
            }
        } finally {
            release();
        }
    }

    private void commit() {
        try {
            connection.commit();
            durable.complete(null);
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
        }
    }

    /** A connection that cannot roll back may still hold the transaction: closing it ends that. */
    private void rollBack(Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
            pool.evictConnection(connection);
        } finally {
            durable.completeExceptionally(cause);
        }
    }

    private void release() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("a connection could not be given back: the pool makes another", e);
        }
    }

    private <T> T answer(Attempt<T> attempt) {
        var lost = lost();
        return switch (attempt) {
            case Attempt.Failed<T>(var cause) -> throw thrown(cause);
            case Attempt.Done<T>(var result) -> {
                if (lost.isPresent()) {
                    throw failed(engine, lost.get());
                }
                yield result;
            }
        };
    }

    /** Why the batch was not kept. Goes on waiting when the thread is interrupted: what is durable must be answered. */
    private Optional<Throwable> lost() {
        try {
            durable.join();
            return Optional.empty();
        } catch (CompletionException e) {
            return Optional.ofNullable(e.getCause());
        }
    }

    private RuntimeException thrown(Throwable cause) {
        return switch (cause) {
            case Error error -> throw error;
            case RuntimeException exception -> exception;
            default -> failed(engine, cause);
        };
    }

    private static BrokerException failed(Engine engine, Throwable cause) {
        var fix = cause instanceof SQLException database ? engine.fix(database) : "see the cause";
        return new BrokerException("the transaction failed: " + fix, cause);
    }
}
