package dev.cloakroom.runtime.dev;

/**
 * What a recipient was given. It is the user's side: nothing of it may be where third parties look.
 *
 * @param to what the recipient got of the user, such as a number, an address, or the value that was handed over
 * @param text what came with it, in words that have no value of the user
 */
public record Received(Kind kind, String to, String text) {
    /** What recipients are given. */
    public enum Kind {
        SMS("text messages"),
        MAIL("mails"),
        DELIVERY("deliveries"),
        CALL("calls"),
        NOTICE("notices"),
        PAYMENT("payments"),
        REFUND("refunds"),
        VALUE("values handed over");

        private final String several;

        Kind(String several) {
            this.several = several;
        }

        /** In words, for many of them. */
        public String several() {
            return several;
        }
    }

    /** Says no value. */
    @Override
    public String toString() {
        return "Received[" + kind + "]";
    }
}
