package dev.cloakroom.runtime.drive;

import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.runtime.dev.Received;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of a scenario; its verb is the record. */
public sealed interface Step {
    Head head();

    /** The verb as scenarios have it. */
    default String verb() {
        return Verb.of(this).word();
    }

    /** What a message about this step says: where it stands, which it is, and {@code problem}. */
    default String message(String problem) {
        return head().where() + ": step " + head().index() + " `" + verb() + "`: " + problem;
    }

    /**
     * What every step has.
     *
     * @param index from 1
     * @param where its file and line, {@code order.json:14}
     * @param user the handle of who acts
     * @param timeout how long it may take
     */
    record Head(int index, String where, String user, Duration timeout) {}

    /** Opens a page with its query; the program's first page when {@code url} is empty. */
    record Open(Head head, String url) implements Step {}

    record Tap(Head head, String selector) implements Step {}

    record Input(Head head, String selector, String text) implements Step {}

    /** Until the condition holds. */
    record Wait(Head head, Condition condition) implements Step {}

    /** Until the program has nothing more to do. */
    record WaitIdle(Head head) implements Step {}

    /** Answers the next consent dialog. */
    record Consent(Head head, Answer answer) implements Step {}

    /** Answers the next modal dialog. */
    record Modal(Head head, boolean confirm) implements Step {}

    /**
     * Picks these things where the host lets the user pick something for the program; nothing cancels.
     *
     * @param things files of pictures, or one text in UTF-8
     */
    record Pick(Head head, List<byte[]> things) implements Step {
        public Pick {
            things = List.copyOf(things);
        }
    }

    /**
     * What must be so at once.
     *
     * @param condition what must be so; nothing if it is empty
     * @param absent whether no node may meet the condition
     * @param count how many nodes must meet it
     * @param received how many of a kind the recipients were given so far, by anybody
     * @param prompts how many consent dialogs were shown so far
     */
    record Expect(
        Head head,
        Condition condition,
        boolean absent,
        @Nullable Integer count,
        Map<Received.Kind, Integer> received,
        @Nullable Integer prompts
    ) implements Step {}

    record Revoke(Head head, Scope scope) implements Step {}

    record Advance(Head head, Duration by) implements Step {}

    record Back(Head head) implements Step {}

    record Uninstall(Head head) implements Step {}

    record Close(Head head) implements Step {}

    /** What a user can say to a consent dialog. */
    enum Answer {
        ALLOW,
        WEEK,
        SESSION,
        ONCE,
        DENY,
        DISMISS,
    }

    /**
     * What the page on top shows. What is null does not matter.
     *
     * @param text a part of the visible text of the selected node, or of the page
     * @param page its path without a query
     */
    record Condition(@Nullable String selector, @Nullable String text, @Nullable String page) {
        /** Whether it asks for nothing. */
        public boolean isEmpty() {
            return selector == null && text == null && page == null;
        }
    }
}
