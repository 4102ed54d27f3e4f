package dev.cloakroom.runtime.sandbox;

/** A program went beyond one of its {@link Limits}: an honest one may, so its developer is told which. */
public final class LimitExceeded extends GuestMisbehaved {

    private static final long serialVersionUID = 1;

    /**
     * @param limit its name in {@link Limits}
     * @param what the program did, and the limit's value
     */
    public LimitExceeded(String limit, String what) {
        super(what + " (limit `" + limit + "`)");
    }
}
