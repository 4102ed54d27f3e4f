package dev.cloakroom.runtime.net;

/** A request of a program came to nothing. */
public final class EgressFailed extends Exception {

    private static final long serialVersionUID = 1;

    /** Why; the texts that a program may see. */
    public enum Reason {
        UNREACHABLE("fail connect to server failed"),
        TIMEOUT("fail timeout"),
        TOO_LONG("fail response is too long"),
        ASK_TOO_LONG("fail request is too long"),
        TOO_MANY("fail too many requests: send fewer a second"),
        TOO_MANY_REDIRECTS("fail too many redirects"),
        REDIRECTED("fail redirected to an url not in domain list"),
        NO_ROUTE(
            "fail the development host has no route to this origin: name it under backend.serves in cloakroom.dev.json"
        );

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
