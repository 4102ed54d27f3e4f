package dev.cloakroom.runtime.sandbox;

import dev.cloakroom.protocol.Frame;
import java.util.function.Consumer;

/** Sessions without a worker. */
public final class Guests {

    private Guests() {}

    /** A session whose frames go to {@code sent}; nobody answers. */
    public static GuestSession sendingTo(Consumer<Frame> sent) {
        return new GuestSession(1, Limits.DEFAULT, sent);
    }
}
