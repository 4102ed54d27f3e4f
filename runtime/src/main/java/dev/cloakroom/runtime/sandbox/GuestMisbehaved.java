package dev.cloakroom.runtime.sandbox;

/** A worker said what no honest guest library says: somebody speaks the raw protocol. */
public sealed class GuestMisbehaved extends Exception permits LimitExceeded {

    private static final long serialVersionUID = 1;

    public GuestMisbehaved(String message) {
        super(message);
    }
}
