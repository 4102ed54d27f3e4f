package dev.cloakroom.runtime.simulator;

import dev.cloakroom.host.audit.AuditEntry;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.simulator.Inspector.Kind;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * What the host records by itself, followed by looking: the ledger, and what the recipients were given. Every
 * entry is durable before anybody can look at it.
 */
public final class Records {

    private final Inspector inspector;
    private LongFunction<List<AuditEntry>> ledger = _ -> List.of();
    private Supplier<List<Received>> received = List::of;
    private long entriesSeen;
    private int receivedSeen;
    private boolean stopped;

    /**
     * What a recipient was given.
     *
     * @param kind such as {@code sms}
     * @param to what it got of the user; empty for nothing
     * @param text what came with it
     */
    public record Received(String kind, String to, String text) {}

    public Records(Inspector inspector) {
        this.inspector = inspector;
    }

    /**
     * Looks there from now on; before, there is nothing. Both only ever grow.
     *
     * @param entriesAfter the ledger's next entries after that sequence, none at its end
     */
    public synchronized void follow(LongFunction<List<AuditEntry>> entriesAfter, Supplier<List<Received>> given) {
        ledger = entriesAfter;
        received = given;
        catchUp();
    }

    /** Looks no more: what was looked at is about to be closed. */
    public synchronized void stop() {
        stopped = true;
    }

    /** Shows what came since the last look. */
    public synchronized void catchUp() {
        if (stopped) {
            return;
        }
        showEntries();
        List<Received> all = received.get();
        all.subList(receivedSeen, all.size()).forEach(this::show);
        receivedSeen = all.size();
    }

    /** The ledger gives a page at a time. */
    private void showEntries() {
        List<AuditEntry> page = ledger.apply(entriesSeen);
        while (!page.isEmpty()) {
            page.forEach(this::show);
            page = ledger.apply(entriesSeen);
        }
    }

    private void show(AuditEntry entry) {
        entriesSeen = entry.sequence();
        inspector.show(Kind.LEDGER, message ->
            message.set("entry", Json.parseObject(entry.json()).orElseThrow(() -> broken(entry)))
        );
    }

    private void show(Received given) {
        inspector.show(Kind.RECEIVED, message ->
            message
                .put("kind", given.kind())
                .put("to", Inspector.shortened(given.to()))
                .put("text", Inspector.shortened(given.text()))
        );
    }

    private static IllegalStateException broken(AuditEntry entry) {
        return new IllegalStateException("ledger entry " + entry.sequence() + " is no JSON object");
    }
}
