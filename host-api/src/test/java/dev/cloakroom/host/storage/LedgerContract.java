package dev.cloakroom.host.storage;

import static dev.cloakroom.host.storage.StorageUnderTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.audit.AuditLedger;
import dev.cloakroom.host.audit.LedgerBatch;
import dev.cloakroom.host.audit.LedgerNode;
import dev.cloakroom.host.audit.LedgerVerdict;
import dev.cloakroom.host.audit.MemorySigner;
import dev.cloakroom.host.audit.MemoryWitness;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.merkle.Frontier;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Through the ledger itself, so that the contract is the same whatever the tables look like. */
interface LedgerContract extends StorageUnderTest {
    MemorySigner SIGNER = new MemorySigner();

    @Test
    default void entries_areOneChainHoweverManyHostsAppendAtOnce() {
        var here = ledger(storage());
        var there = ledger(another());
        var before = here.entries().size();
        atOnce(
            IntStream.range(0, 32)
                .<Callable<AuditEvent>>mapToObj(i -> () -> (i % 2 == 0 ? here : there).append(event()))
                .toList()
        );
        assertThat(here.entries())
            .hasSize(before + 32)
            .isSortedAccordingTo(Comparator.comparingLong(e -> e.sequence()));
        assertThat(there.entries()).isEqualTo(here.entries());
        assertThat(there.verify()).isInstanceOf(LedgerVerdict.Intact.class);
    }

    @Test
    default void entry_isGoneWithItsTransaction() {
        var ledger = ledger(storage());
        var before = ledger.entries();
        try {
            ledger.transactions().inTransaction(() -> {
                ledger.append(event());
                throw new IllegalStateException("later");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("later");
        }
        assertThat(ledger.entries()).isEqualTo(before);
        ledger.append(event());
        assertThat(ledger.entries()).hasSize(before.size() + 1);
    }

    @Test
    default void entriesOf_areOfOneSubjectLatestFirstAndPaged() {
        var ledger = ledger(storage());
        var program = Samples.program();
        var subject = new PairwiseSubject("one");
        for (int i = 0; i < 3; i++) {
            ledger.append(new AuditEvent.Uninstalled(program, subject));
            ledger.append(event());
        }
        var all = ledger.entriesOf(program, subject, Long.MAX_VALUE);
        assertThat(all)
            .hasSize(3)
            .isSortedAccordingTo(Comparator.comparingLong(e -> -e.sequence()));
        var audit = storage().audit();
        assertThat(audit.entriesOf(program, subject, all.getFirst().sequence(), 1)).containsExactly(all.get(1));
    }

    @Test
    default void store_refusesEntriesAndNodesOutOfTheirPlace() {
        ledger(storage()).append(event());
        var audit = storage().audit();
        var head = audit.head().signed().orElseThrow();
        var first = audit.entriesAfter(0, 1).getFirst();
        var again = new LedgerBatch(List.of(first), List.of(), audit.head().frontier());
        assertThatThrownBy(() -> audit.append(again, head)).isInstanceOf(BrokerException.class);
        var node = new LedgerBatch(List.of(), List.of(new LedgerNode(40, 1, first.leaf())), audit.head().frontier());
        assertThatThrownBy(() -> audit.append(node, head)).isInstanceOf(BrokerException.class);
        var shorter = new LedgerBatch(List.of(), List.of(), Frontier.EMPTY);
        assertThatThrownBy(() -> audit.append(shorter, head)).isInstanceOf(BrokerException.class);
    }

    private static AuditLedger ledger(Storage storage) {
        var witness = new MemoryWitness(storage.audit().head().signed());
        var clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
        return AuditLedger.open(storage.audit(), storage.transactions(), SIGNER, witness, clock);
    }

    private static AuditEvent event() {
        return new AuditEvent.Uninstalled(Samples.program(), new PairwiseSubject("subject"));
    }
}
