package dev.cloakroom.runtime.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.Kind;
import java.util.function.LongSupplier;

/** How much one session says to the host, counted as it arrives: reading costs the host something too. */
final class Traffic {

    private static final int BURST_SECONDS = 10;

    private final Limits limits;
    private final Rate messages;
    private final Rate characters;
    private final Rate operations;
    private final Rate writes;

    /** @param nanoTime a clock that only goes forward; limits are about this machine's time */
    Traffic(Limits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.messages = rate(limits.messagesPerSecond(), nanoTime);
        this.characters = rate(limits.charactersPerSecond(), nanoTime);
        this.operations = rate(limits.operationsPerSecond(), nanoTime);
        this.writes = rate(limits.storageWritesPerSecond(), nanoTime);
    }

    private static Rate rate(int perSecond, LongSupplier nanoTime) {
        return new Rate(perSecond, (double) perSecond * BURST_SECONDS, nanoTime);
    }

    /** Counts a frame that arrived, before anybody looks into it. */
    void arrived(Frame frame) throws LimitExceeded {
        count(messages, 1, "messagesPerSecond", limits.messagesPerSecond(), "messages");
        count(characters, frame.json().length(), "charactersPerSecond", limits.charactersPerSecond(), "characters");
    }

    /** Counts what a frame asks for. */
    void asked(Kind kind, ObjectNode body) throws LimitExceeded {
        if (kind == Kind.OPS) {
            int count = body.path("ops").size();
            count(operations, count, "operationsPerSecond", limits.operationsPerSecond(), "page operations");
        }
        if (kind == Kind.STORE) {
            count(writes, 1, "storageWritesPerSecond", limits.storageWritesPerSecond(), "changes of its storage");
        }
    }

    private static void count(Rate rate, int amount, String limit, int value, String things) throws LimitExceeded {
        if (!rate.allows(amount)) {
            throw new LimitExceeded(limit, "it sent more than " + value + " " + things + " a second");
        }
    }
}
