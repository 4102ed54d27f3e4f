package dev.cloakroom.runtime.check;

import dev.cloakroom.runtime.view.ViewChannel;
import dev.cloakroom.runtime.view.ViewChannel.Typing;
import dev.cloakroom.runtime.view.ViewNode;
import java.util.Optional;
import java.util.Set;

/** What a check can do to a node, by the door that a browser's events take. */
enum Act {
    TAP {
        @Override
        boolean on(ViewChannel view, int page, int node) {
            return view.tap(page, node);
        }
    },
    TYPE {
        @Override
        boolean on(ViewChannel view, int page, int node) {
            return view.input(page, node, TYPED);
        }
    },
    CONFIRM {
        @Override
        boolean on(ViewChannel view, int page, int node) {
            return view.input(page, node, Typing.CONFIRM, TYPED);
        }
    };

    /** A number, a text and a search word at once. */
    private static final String TYPED = "1";

    private static final Set<String> FIELDS = Set.of("input", "textarea");
    private static final Set<String> TYPING = Set.of("input", "focus", "blur");

    /** Does it. False when the user cannot: the node is gone or disabled. */
    abstract boolean on(ViewChannel view, int page, int node);

    /** What brings {@code event} about on that node; empty when nothing here does. */
    static Optional<Act> of(ViewNode node, String event) {
        if (event.equals("tap")) {
            return Optional.of(TAP);
        }
        if (!FIELDS.contains(node.tag())) {
            return Optional.empty();
        }
        return event.equals("confirm") ? Optional.of(CONFIRM) : Optional.of(TYPE).filter(_ -> TYPING.contains(event));
    }

    /** Whether a tap does something there that no listener shows: a button or a link that acts by itself. */
    static boolean actsByItself(ViewNode node) {
        return node.tag().equals("navigator") || (node.tag().equals("button") && node.attribute("open-type") != null);
    }
}
