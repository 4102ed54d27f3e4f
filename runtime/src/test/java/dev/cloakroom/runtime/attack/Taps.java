package dev.cloakroom.runtime.attack;

import dev.cloakroom.runtime.session.UserSession;
import dev.cloakroom.runtime.view.ViewNode;
import java.util.Objects;
import java.util.Optional;

/** A user's finger. */
final class Taps {

    private Taps() {}

    /** Taps the node of the visible page with that id. False while it cannot be tapped. */
    static boolean on(UserSession session, String id) {
        int page = session.pages().visible();
        Optional<Integer> node = session.pages().readVisible(visible ->
            visible
                .flatMap(shown -> shown.tree().root())
                .flatMap(root -> find(root, id))
                .map(ViewNode::id)
        );
        return node.isPresent() && session.view().tap(page, node.get());
    }

    private static Optional<ViewNode> find(ViewNode node, String id) {
        if (Objects.equals(node.attribute("id"), id)) {
            return Optional.of(node);
        }
        return node
            .children()
            .stream()
            .flatMap(child -> find(child, id).stream())
            .findFirst();
    }
}
