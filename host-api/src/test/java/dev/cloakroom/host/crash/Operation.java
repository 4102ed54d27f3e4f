package dev.cloakroom.host.crash;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a host was told to do, as the journal has it: written down before it was told, and again when it
 * answered. Times count the journal's events.
 */
final class Operation {

    static final long NEVER = Long.MAX_VALUE;

    final int number;
    final String verb;
    final String matter;
    final String key;
    /** Whose it is; for tokens and codes that of their minting. */
    final String user;
    final long sent;
    long answered = NEVER;

    @Nullable
    String answer;

    Operation(int number, String verb, String matter, String key, String user, long sent) {
        this.number = number;
        this.verb = verb;
        this.matter = matter;
        this.key = key;
        this.user = user;
        this.sent = sent;
    }

    String line() {
        return number + " " + verb + " " + matter + " " + key;
    }

    boolean isAnswered() {
        return answered != NEVER;
    }

    /** Whether it was answered in this way: with {@code token}, say. */
    boolean gave(String kind) {
        return answer != null && answer.startsWith(kind + " ");
    }

    /** The word after the kind of the answer. */
    String given() {
        return answer == null ? "" : answer.split(" ", 3)[1];
    }

    /** Whether it had its answer before the other was told. */
    boolean isBefore(Operation other) {
        return answered < other.sent;
    }

    boolean takesBack() {
        return verb.equals("revoke") || verb.equals("uninstall");
    }

    @Override
    public String toString() {
        return line() + " → " + answer;
    }
}
