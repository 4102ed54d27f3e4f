package dev.cloakroom.host.storage.sql;

import com.zaxxer.hikari.HikariDataSource;
import dev.cloakroom.host.error.BrokerException;
import java.sql.Connection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line for all transactions of this host, and one commit for those that stand in it together.
 *
 * <p>The engines let one transaction write at a time; who waits for that in SQLite waits in native code, and so keeps
 * one of the few threads that carry virtual ones. As many such waiters as there are processors would keep the one that
 * they wait for from ever running on. So transactions stand in line here, and at most one waits there, for another
 * host.
 *
 * <p>Whoever finds no open batch begins one and, when its own work is done, goes to the end of the line. The turn comes
 * back to it after all who stood in between, each of whom has added its work to the batch on its own thread. Then it
 * commits, unless somebody was last in line before it came there. So a batch is never left open, no thread but the
 * callers' is needed, and who is alone waits for nobody.
 */
final class GroupCommit {

    private static final int PATIENCE_SECONDS = 30;

    private final HikariDataSource pool;
    private final Engine engine;
    private final ReentrantLock turn = new ReentrantLock(true);

    /** Guarded by the turn. */
    private @Nullable Batch open;

    private record Entry<T>(Batch batch, Batch.Answer<T> answer, boolean leads) {}

    GroupCommit(HikariDataSource pool, Engine engine) {
        this.pool = pool;
        this.engine = engine;
    }

    /** Runs the work on this thread, and returns when it is durable. */
    <T> T run(Function<Connection, T> work) {
        var entry = enter(work);
        if (entry.leads()) {
            endAfterThoseInLine(entry.batch());
            engine.committed();
        }
        return entry.answer().await();
    }

    private <T> Entry<T> enter(Function<Connection, T> work) {
        awaitTurn();
        try {
            var leads = open == null;
            var batch = open == null ? Batch.begin(pool, engine) : open;
            open = batch;
            var answer = batch.run(work);
            if (batch.isFull() || !turn.hasQueuedThreads()) {
                end(batch);
            }
            return new Entry<>(batch, answer, leads);
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

    private void endAfterThoseInLine(Batch batch) {
        if (batch.isOpen()) {
            turn.lock();
            try {
                end(batch);
            } finally {
                turn.unlock();
            }
        }
    }

    private void end(Batch batch) {
        if (batch.isOpen()) {
            open = null;
            batch.end();
        }
    }
}
