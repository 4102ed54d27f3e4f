package dev.cloakroom.runtime.simulator;

import dev.cloakroom.host.audit.AuditEntry;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.simulator.Inspector.Kind;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * What the host records by itself, followed by looking: the ledger, and what arrived at the SMS gateway. Every
 * entry is durable before anybody can look at it.
 */
public final class Records {

    private final Inspector inspector;
    private LongFunction<List<AuditEntry>> ledger = _ -> List.of();
    private Supplier<List<Message>> messages = List::of;
    private long entriesSeen;
    private int messagesSeen;
    private boolean stopped;

    /** @param to a telephone number in E.164 form */
    public record Message(String to, String text) {}

    public Records(Inspector inspector) {
        this.inspector = inspector;
    }

    /**
     * Looks there from now on; before, there is nothing. Both only ever grow.
     *
     * @param entriesAfter the ledger's next entries after that sequence, none at its end
     */
    public synchronized void follow(LongFunction<List<AuditEntry>> entriesAfter, Supplier<List<Message>> texts) {
        ledger = entriesAfter;
        messages = texts;
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
        List<Message> texts = messages.get();
        texts.subList(messagesSeen, texts.size()).forEach(this::show);
        messagesSeen = texts.size();
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

    private void show(Message text) {
        inspector.show(Kind.SMS, message -> message.put("to", text.to()).put("text", text.text()));
    }

    private static IllegalStateException broken(AuditEntry entry) {
        return new IllegalStateException("ledger entry " + entry.sequence() + " is no JSON object");
    }
}
