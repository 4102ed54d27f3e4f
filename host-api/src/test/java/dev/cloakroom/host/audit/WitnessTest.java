package dev.cloakroom.host.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.audit.LedgerVerdict.Damaged;
import dev.cloakroom.host.audit.LedgerVerdict.Intact;
import dev.cloakroom.host.keys.HeadKey;
import dev.cloakroom.host.keys.HeadSigner;
import dev.cloakroom.host.keys.HeadWitness;
import dev.cloakroom.host.merkle.SignedTreeHead;
import dev.cloakroom.host.merkle.TreeHead;
import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import dev.cloakroom.host.transaction.Transactions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the witness hears of a head; and variants without witness or signatures, which see nothing. */
class WitnessTest {

    @TempDir
    private Path directory;

    private final MemorySigner signer = new MemorySigner();
    private final MemoryWitness witness = new MemoryWitness(Optional.empty());
    private SqliteStorage storage;

    @BeforeEach
    void open() {
        storage = SqliteStorage.open(directory);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void witness_knowsTheHeadWhenAppendReturns() {
        var ledger = ledger(storage.transactions(), witness);
        ledger.append(TestLedger.event(0));
        assertThat(witness.last()).isEqualTo(ledger.head()).map(SignedTreeHead::size).contains(1L);
    }

    @Test
    void oneTransaction_hasOneHead() {
        var ledger = ledger(storage.transactions(), witness);
        ledger.transactions().inTransaction(() -> {
            ledger.append(TestLedger.event(0));
            ledger.append(TestLedger.event(1));
            assertThat(ledger.entries()).as("nothing is in the ledger before the end").isEmpty();
            return ledger.append(TestLedger.event(2));
        });
        assertThat(ledger.entries()).hasSize(3);
        assertThat(ledger.head()).map(SignedTreeHead::size).contains(3L);
        assertThat(ledger.verify()).isInstanceOf(Intact.class);
    }

    @Test
    void witness_neverHearsOfATransactionThatFailed() {
        var ledger = ledger(storage.transactions(), witness);
        assertThatThrownBy(() ->
            ledger.transactions().inTransaction(() -> {
                ledger.append(TestLedger.event(0));
                throw new IllegalStateException("later");
            })
        ).hasMessage("later");
        assertThat(witness.last()).map(SignedTreeHead::size).contains(0L);
        ledger.append(TestLedger.event(1));
        assertThat(ledger.verify()).isInstanceOf(Intact.class);
    }

    @Test
    void witness_neverHearsOfACommitThatFailed() {
        var failing = new FailingCommits(storage.transactions());
        var ledger = ledger(failing, witness);
        failing.fail = true;
        assertThatThrownBy(() -> ledger.append(TestLedger.event(0))).hasMessage("the disk is full");
        assertThat(witness.last()).map(SignedTreeHead::size).contains(0L);
        failing.fail = false;
        ledger.append(TestLedger.event(1));
        assertThat(ledger.entries()).hasSize(1);
        assertThat(ledger.verify()).isInstanceOf(Intact.class);
    }

    @Test
    void witnessThatCannotBeTold_lagsAndStopsNothing() {
        var broken = new MemoryWitness(Optional.empty());
        var ledger = ledger(storage.transactions(), new BrokenWitness(broken));
        ledger.append(TestLedger.event(0));
        assertThat(ledger.entries()).hasSize(1);
        assertThat(broken.last()).map(SignedTreeHead::size).contains(0L);
    }

    /** While the witness is busy with the first head, seven more are committed: it hears of the last of them only. */
    @Test
    void busyWitness_hearsOfManyHeadsAtOnce() throws Exception {
        var slow = new SlowWitness(witness);
        var ledger = ledger(storage.transactions(), slow);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> ledger.append(TestLedger.event(0)));
            slow.busy.await();
            var others = new ArrayList<Future<AuditEvent>>();
            for (int i = 0; i < 7; i++) {
                others.add(threads.submit(() -> ledger.append(TestLedger.event(0))));
            }
            while (storage.audit().head().size() < 8) {
                Thread.onSpinWait();
            }
            slow.go.countDown();
            assertThat(first.get()).isNotNull();
            for (var other : others) {
                assertThat(other.get()).isNotNull();
            }
        }
        assertThat(slow.heard).startsWith(0L, 1L, 8L).doesNotContain(2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(witness.last()).map(SignedTreeHead::size).contains(8L);
    }

    @Test
    void manyHosts_makeOneTree() throws Exception {
        try (var other = SqliteStorage.open(directory)) {
            var here = ledger(storage.transactions(), witness);
            var there = AuditLedger.open(other.audit(), other.transactions(), signer, witness, Clock.systemUTC());
            var tasks = new ArrayList<Callable<AuditEvent>>();
            for (int i = 0; i < 60; i++) {
                var ledger = i % 2 == 0 ? here : there;
                tasks.add(() -> ledger.append(TestLedger.event(0)));
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var done : threads.invokeAll(tasks)) {
                    assertThat(done.get()).isNotNull();
                }
            }
            assertThat(here.verify()).isInstanceOfSatisfying(Intact.class, intact -> {
                assertThat(intact.head().size()).isEqualTo(60);
                assertThat(intact.witnessed()).isEqualTo(60);
            });
        }
    }

    /** Broken on purpose: with a witness that remembers nothing but the store, an older copy looks whole. */
    @Test
    void olderStore_looksIntactWithoutAWitness() {
        var ledger = ledger(storage.transactions(), witness);
        ledger.append(TestLedger.event(0));
        storage.close();
        var backup = new TestLedger(directory).backUp();
        open();
        ledger(storage.transactions(), witness).append(TestLedger.event(1));
        storage.close();
        new TestLedger(directory).restore(backup);
        open();

        var forgetful = new MemoryWitness(storage.audit().head().signed());
        assertThat(new LedgerVerifier(storage.audit(), signer, forgetful).verify()).isInstanceOf(Intact.class);
        assertThat(new LedgerVerifier(storage.audit(), signer, witness).verify()).isInstanceOf(Damaged.class);
    }

    /** Broken on purpose: when nobody looks at signatures, whoever can write the file can write the ledger. */
    @Test
    void headOfAnotherKey_looksGoodWhenSignaturesAreNotLookedAt() {
        ledger(storage.transactions(), witness).append(TestLedger.event(0));
        var stored = storage.audit().head().signed().orElseThrow();
        var forged = new MemorySigner().sign(stored.head());
        new TestLedger(directory).tamper(
            "UPDATE ledger_head SET key_id = '%s', signature = '%s'".formatted(forged.keyId(), forged.signature())
        );
        assertThat(new LedgerVerifier(storage.audit(), new Careless(signer), witness).verify()).isInstanceOf(
            Intact.class
        );
        assertThat(new LedgerVerifier(storage.audit(), signer, witness).verify()).isInstanceOf(Damaged.class);
    }

    private AuditLedger ledger(Transactions transactions, HeadWitness heads) {
        return AuditLedger.open(storage.audit(), transactions, signer, heads, Clock.systemUTC());
    }

    private static final class FailingCommits implements Transactions {

        private final Transactions real;
        private boolean fail;

        FailingCommits(Transactions real) {
            this.real = real;
        }

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return real.inTransaction(() -> {
                var result = work.get();
                if (fail) {
                    throw new IllegalStateException("the disk is full");
                }
                return result;
            });
        }
    }

    private static final class SlowWitness implements HeadWitness {

        private final MemoryWitness real;
        private final CountDownLatch busy = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private final List<Long> heard = new CopyOnWriteArrayList<>();

        SlowWitness(MemoryWitness real) {
            this.real = real;
        }

        @Override
        public Optional<SignedTreeHead> last() {
            return real.last();
        }

        @Override
        public SignedTreeHead record(SignedTreeHead head) {
            heard.add(head.size());
            if (head.size() == 1) {
                busy.countDown();
                await(go);
            }
            return real.record(head);
        }

        @Override
        public void restart(SignedTreeHead head) {
            real.restart(head);
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private record BrokenWitness(MemoryWitness real) implements HeadWitness {
        @Override
        public Optional<SignedTreeHead> last() {
            return real.last();
        }

        @Override
        public SignedTreeHead record(SignedTreeHead head) {
            if (head.size() > 0) {
                throw new IllegalStateException("no answer");
            }
            return real.record(head);
        }

        @Override
        public void restart(SignedTreeHead head) {
            real.restart(head);
        }
    }

    private record Careless(HeadSigner real) implements HeadSigner {
        @Override
        public SignedTreeHead sign(TreeHead head) {
            return real.sign(head);
        }

        @Override
        public List<HeadKey> keys() {
            return real.keys();
        }

        @Override
        public boolean signed(SignedTreeHead head) {
            return true;
        }
    }
}
