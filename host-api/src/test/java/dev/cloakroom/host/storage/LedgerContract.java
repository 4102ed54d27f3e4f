package dev.cloakroom.host.storage;

import static dev.cloakroom.host.storage.StorageUnderTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.audit.AuditLedger;
import dev.cloakroom.host.identity.PairwiseSubject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Through the ledger itself, so that the contract is the same whatever the tables look like. */
interface LedgerContract extends StorageUnderTest {
    @Test
    default void entries_areOneChainHoweverManyHostsAppendAtOnce() {
        var here = ledger(storage());
        var there = ledger(another());
        var before = here.entries().size();
        atOnce(
            IntStream.range(0, 32)
                .<Callable<Long>>mapToObj(i -> () -> (i % 2 == 0 ? here : there).append(event()).sequence())
                .toList()
        );
        assertThat(here.entries())
            .hasSize(before + 32)
            .isSortedAccordingTo(Comparator.comparingLong(e -> e.sequence()));
        assertThat(there.entries()).isEqualTo(here.entries());
        assertThat(there.isIntact()).isTrue();
    }

    @Test
    default void entry_isGoneWithItsTransaction() {
        var ledger = ledger(storage());
        var before = ledger.entries();
        try {
            storage()
                .transactions()
                .inTransaction(() -> {
                    ledger.append(event());
                    throw new IllegalStateException("later");
                });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("later");
        }
        assertThat(ledger.entries()).isEqualTo(before);
        assertThat(ledger.append(event()).sequence()).isEqualTo(before.size() + 1L);
    }

    private static AuditLedger ledger(Storage storage) {
        return new AuditLedger(storage.audit(), storage.transactions(), Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    }

    private static AuditEvent event() {
        return new AuditEvent.Uninstalled(Samples.program(), new PairwiseSubject("subject"));
    }
}
