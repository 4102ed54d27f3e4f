package dev.cloakroom.runtime.bridge;

import dev.cloakroom.runtime.net.Egress;
import dev.cloakroom.runtime.net.EgressFailed;
import dev.cloakroom.runtime.net.HttpAnswer;
import dev.cloakroom.runtime.net.HttpAsk;
import dev.cloakroom.runtime.sandbox.Rate;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * One session's share of the network: ten exchanges under way, as in WeChat, where further ones wait; 20 a second, and
 * 200 at once.
 */
public final class NetworkLane {

    private static final int UNDER_WAY = 10;
    private static final int PER_SECOND = 20;
    private static final int AT_ONCE = 200;

    private final Semaphore places = new Semaphore(UNDER_WAY, true);
    private final Rate rate;

    /** @param nanoTime a clock that only goes forward */
    public NetworkLane(LongSupplier nanoTime) {
        this.rate = new Rate(PER_SECOND, AT_ONCE, nanoTime);
    }

    /** Sends when it is this one's turn. */
    public HttpAnswer send(Egress egress, HttpAsk ask) throws EgressFailed {
        if (!rate.allows(1)) {
            throw new EgressFailed(EgressFailed.Reason.TOO_MANY);
        }
        places.acquireUninterruptibly();
        try {
            return egress.send(ask);
        } finally {
            places.release();
        }
    }
}
