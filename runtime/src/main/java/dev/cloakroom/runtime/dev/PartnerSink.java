package dev.cloakroom.runtime.dev;

import dev.cloakroom.host.redeem.RedemptionResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes everything that recipients are given, and keeps it in memory for the user's own eyes. Safe for many threads. */
final class PartnerSink {

    private final List<Received> received = new CopyOnWriteArrayList<>();

    /** Nothing is ever refused. */
    RedemptionResult take(Received.Kind kind, String to, String text) {
        received.add(new Received(kind, to, text));
        return RedemptionResult.SENT;
    }

    /** What arrived, in order. */
    List<Received> received() {
        return List.copyOf(received);
    }
}
