package dev.cloakroom.host;

import dev.cloakroom.host.audit.LedgerAcceptance;
import dev.cloakroom.host.audit.LedgerReader;
import dev.cloakroom.host.audit.LedgerVerdict;
import dev.cloakroom.host.audit.LedgerVerifier;
import dev.cloakroom.host.keys.HeadKey;
import dev.cloakroom.host.keys.KeyRing;
import dev.cloakroom.host.storage.Storage;
import java.time.Clock;
import java.util.List;

/** The ledger for its operator and for auditors: also when it is damaged, so that the broker does not open. */
public final class LedgerInspection implements AutoCloseable {

    private final Storage storage;
    private final KeyRing keys;
    private final Clock clock;

    /** @param storage closed with this */
    public LedgerInspection(Storage storage, KeyRing keys, Clock clock) {
        this.storage = storage;
        this.keys = keys;
        this.clock = clock;
    }

    /** Reads entries and proves them. */
    public LedgerReader reader() {
        return new LedgerReader(storage.audit());
    }

    /** The keys that sign heads, the present one first. */
    public List<HeadKey> keys() {
        return keys.headSigner().keys();
    }

    /** As {@link LedgerVerifier#verify}. */
    public LedgerVerdict verify() {
        return new LedgerVerifier(storage.audit(), keys.headSigner(), keys.headWitness()).verify();
    }

    /** As {@link LedgerAcceptance#accept}. */
    public LedgerVerdict accept() {
        return new LedgerAcceptance(
            storage.audit(),
            storage.transactions(),
            keys.headSigner(),
            keys.headWitness(),
            clock
        ).accept();
    }

    @Override
    public void close() {
        storage.close();
    }
}
