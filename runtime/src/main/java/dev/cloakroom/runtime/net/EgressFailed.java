package dev.cloakroom.runtime.net;

/** A request of a program came to nothing. */
public final class EgressFailed extends Exception {

    private static final long serialVersionUID = 1;

    /** Why; the texts that a program may see. */
    public enum Reason {
        UNREACHABLE("fail connect to server failed"),
        TIMEOUT("fail timeout"),
        TOO_LONG("fail response is too long"),
        NO_ROUTE(
            "fail the development host has no route to this origin: name it under backend.serves in cloakroom.dev.json"
        ),
        NO_REPLY("fail the replies that were given have no answer to this request: add one");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** What the program reads after the API's name. */
        public String text() {
            return text;
        }
    }

    private final Reason reason;

    public EgressFailed(Reason reason) {
        super(reason.text());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
