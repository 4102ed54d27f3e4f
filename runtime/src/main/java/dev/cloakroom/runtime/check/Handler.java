package dev.cloakroom.runtime.check;

/**
 * Something on a page that a check can do.
 *
 * @param place where its node stands, the same when the page is opened again: tags, classes and positions from the root
 * @param kind {@code place} without positions: the entries of a list are of one kind
 * @param page the page's number
 * @param node the node's
 * @param act what is done
 * @param label how a developer finds it in the WXML: tag, id, classes, text
 */
record Handler(String place, String kind, int page, int node, Act act, String label) {
    /** What it is again after the page was opened anew. */
    String key() {
        return place + " " + act;
    }
}
