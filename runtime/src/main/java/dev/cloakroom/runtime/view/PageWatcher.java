package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * Follows the pages of a session. Called while nothing else changes them, so that it must be quick, and must
 * not keep a page's tree.
 */
public interface PageWatcher {
    void opened(Page page);

    /** @param operations those of {@code docs/protocol.md}, checked, to be applied in order; not to be changed */
    void operations(Page page, ArrayNode operations);

    /** That page is the one that the user sees from now on. */
    void shown(Page page);

    void closed(Page page);
}
