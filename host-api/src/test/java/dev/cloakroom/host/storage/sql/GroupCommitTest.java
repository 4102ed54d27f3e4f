package dev.cloakroom.host.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.cloakroom.host.error.BrokerException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The first caller works until all others stand in line; so who is in its batch, and in which order, is known. */
class GroupCommitTest {

    @TempDir
    Path directory;

    private final AtomicInteger transactions = new AtomicInteger();
    private final List<Thread> inLine = new ArrayList<>();
    private final CountDownLatch lineIsComplete = new CountDownLatch(1);
    /** Has the next use of any connection fail, once. */
    private volatile boolean stackIsFull;
    private HikariDataSource pool;
    private GroupCommit commits;

    @BeforeEach
    void open() {
        var settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.enforceForeignKeys(true);
        settings.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        var source = new FullStackSource(settings);
        source.setUrl("jdbc:sqlite:" + directory.resolve("rows.db"));
        var config = new HikariConfig();
        config.setDataSource(source);
        pool = new HikariDataSource(config);
        commits = new GroupCommit(pool, new Counting());
        var _ = commits.run(connection -> execute(connection, "CREATE TABLE row (name TEXT)"));
        transactions.set(0);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void worksThatStandInLine_areInOneTransaction() throws Exception {
        var first = first(insert("a"));
        var others = List.of(next(insert("b")), next(insert("c")), next(insert("d")));
        lineIsComplete.countDown();
        assertThat(first.get()).isEqualTo("a");
        for (var other : others) {
            assertThat(other.get()).isIn("b", "c", "d");
        }
        assertThat(rows()).containsExactly("a", "b", "c", "d");
        assertThat(transactions).hasValue(1);
    }

    @Test
    void oneThatIsAlone_waitsForNobody() {
        assertThat(commits.run(insert("a"))).isEqualTo("a");
        assertThat(commits.run(insert("b"))).isEqualTo("b");
        assertThat(transactions).hasValue(2);
    }

    @Test
    void workThatFails_losesItsOwnRowsOnlyAndHearsItsOwnException() throws Exception {
        var broken = new IllegalStateException("broken");
        var first = first(insert("a"));
        var failing = next(connection -> {
            execute(connection, "INSERT INTO row VALUES ('lost')");
            throw broken;
        });
        var last = next(insert("c"));
        lineIsComplete.countDown();
        assertThat(List.of(first.get(), last.get())).containsExactly("a", "c");
        assertThatThrownBy(failing::get).hasCause(broken);
        assertThat(rows()).containsExactly("a", "c");
        assertThat(transactions).hasValue(1);
    }

    /** As when the stack is full where the work is to be taken back: half of it must not be committed with the others. */
    @Test
    void workThatCannotBeTakenBack_isLostWithAllInItsBatch() throws Exception {
        var first = first(insert("a"));
        var failing = next(connection -> {
            execute(connection, "INSERT INTO row VALUES ('half')");
            stackIsFull = true;
            throw new StackOverflowError("deep");
        });
        var last = next(insert("c"));
        lineIsComplete.countDown();
        assertThatThrownBy(first::get)
            .hasCauseInstanceOf(BrokerException.class)
            .hasMessageContaining("the transaction failed");
        assertThatThrownBy(failing::get).hasRootCauseMessage("deep");
        assertThat(last.get()).isEqualTo("c");
        assertThat(rows()).containsExactly("c");
    }

    /** As a full disk does: the engine takes the whole transaction back, and not just the statement. */
    @Test
    void transactionThatTheEngineEnds_isLostForAllInItAndForNobodyAfterThem() throws Exception {
        var first = first(insert("a"));
        var ended = next(connection -> {
            execute(connection, "ROLLBACK");
            throw new BrokerException("the disk is full");
        });
        var last = next(insert("c"));
        lineIsComplete.countDown();
        assertThatThrownBy(first::get)
            .hasCauseInstanceOf(BrokerException.class)
            .hasMessageContaining("the transaction failed");
        assertThatThrownBy(ended::get).hasMessageContaining("the disk is full");
        assertThat(last.get()).isEqualTo("c");
        assertThat(rows()).containsExactly("c");
    }

    @Test
    void commitThatFails_isToldToAllInTheBatch() throws Exception {
        var _ = commits.run(connection -> execute(connection, "CREATE TABLE one (id INTEGER PRIMARY KEY)"));
        var _ = commits.run(connection ->
            execute(connection, "CREATE TABLE ref (id INTEGER REFERENCES one (id) DEFERRABLE INITIALLY DEFERRED)")
        );
        var first = first(insert("a"));
        var dangling = next(connection -> execute(connection, "INSERT INTO ref VALUES (7)"));
        lineIsComplete.countDown();
        for (var work : List.of(first, dangling)) {
            assertThatThrownBy(work::get)
                .hasCauseInstanceOf(BrokerException.class)
                .hasMessageContaining("the transaction failed");
        }
        assertThat(rows()).isEmpty();
        assertThat(commits.run(insert("c"))).isEqualTo("c");
    }

    @Test
    void nobody_isAnsweredBeforeTheLastInLineIsDone() throws Exception {
        var first = first(insert("a"));
        var second = next(insert("b"));
        var seen = next(_ -> {
            awaitState(inLine.get(1), Set.of(Thread.State.WAITING, Thread.State.TERMINATED));
            return first.isDone() || second.isDone() || !rows().isEmpty() ? "too early" : "nothing yet";
        });
        lineIsComplete.countDown();
        assertThat(seen.get()).isEqualTo("nothing yet");
        assertThat(List.of(first.get(), second.get())).containsExactly("a", "b");
        assertThat(rows()).containsExactly("a", "b");
    }

    @Test
    void firstThatFails_isNoHindranceToTheNext() throws Exception {
        var first = first(_ -> {
            throw new IllegalStateException("broken");
        });
        var second = next(insert("b"));
        lineIsComplete.countDown();
        assertThatThrownBy(first::get).hasRootCauseMessage("broken");
        assertThat(second.get()).isEqualTo("b");
        assertThat(rows()).containsExactly("b");
    }

    @Test
    void moreThanABatchTakes_areDividedAmongSeveral() throws Exception {
        var first = first(insert("row"));
        var others = new ArrayList<Future<String>>();
        for (int i = 0; i < 99; i++) {
            others.add(next(insert("row")));
        }
        lineIsComplete.countDown();
        assertThat(first.get()).isEqualTo("row");
        for (var other : others) {
            assertThat(other.get()).isEqualTo("row");
        }
        assertThat(rows()).hasSize(100);
        assertThat(transactions).hasValue(2);
    }

    @Test
    void interruptedWhileItWaitsForTheCommit_isAnsweredAllTheSame() throws Exception {
        var first = first(insert("a"));
        var second = next(connection -> {
            Thread.currentThread().interrupt();
            return insert("b").apply(connection);
        });
        lineIsComplete.countDown();
        assertThat(List.of(first.get(), second.get())).containsExactly("a", "b");
    }

    private Future<String> first(Function<Connection, String> work) throws InterruptedException {
        var begun = new CountDownLatch(1);
        var answer = start(connection -> {
            begun.countDown();
            await(lineIsComplete);
            return work.apply(connection);
        });
        begun.await();
        return answer;
    }

    /** Returns when it stands in line. */
    private Future<String> next(Function<Connection, String> work) {
        var answer = start(work);
        awaitState(inLine.getLast(), Set.of(Thread.State.TIMED_WAITING));
        return answer;
    }

    private static void awaitState(Thread thread, Set<Thread.State> states) {
        while (!states.contains(thread.getState())) {
            Thread.onSpinWait();
        }
    }

    private Future<String> start(Function<Connection, String> work) {
        var task = new FutureTask<>(() -> commits.run(work));
        inLine.add(Thread.ofPlatform().start(task));
        return task;
    }

    private static Function<Connection, String> insert(String name) {
        return connection -> {
            execute(connection, "INSERT INTO row VALUES ('" + name + "')");
            return name;
        };
    }

    private static String execute(Connection connection, String command) {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
            return "";
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> rows() {
        try (
            var connection = pool.getConnection();
            var statement = connection.createStatement();
            var rows = statement.executeQuery("SELECT name FROM row ORDER BY rowid")
        ) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private final class FullStackSource extends SQLiteDataSource {

        FullStackSource(SQLiteConfig settings) {
            super(settings);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            Class<?>[] type = { Connection.class };
            return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), type, (_, method, arguments) -> {
                if (stackIsFull) {
                    stackIsFull = false;
                    throw new StackOverflowError("still deep");
                }
                return invoke(method, connection, arguments);
            });
        }

        private static @Nullable Object invoke(Method method, Connection connection, Object[] arguments)
            throws Throwable {
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    private final class Counting implements Engine {

        @Override
        public void begin(Connection connection) {
            transactions.incrementAndGet();
        }

        @Override
        public String fix(SQLException failure) {
            return "see the cause";
        }
    }
}
