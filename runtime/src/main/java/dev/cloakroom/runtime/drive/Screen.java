package dev.cloakroom.runtime.drive;

import dev.cloakroom.runtime.session.UserSession;
import dev.cloakroom.runtime.view.Page;
import dev.cloakroom.runtime.view.ViewNode;
import dev.cloakroom.runtime.view.ViewQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a user sees at the moment: the visible page, and what stands around it. */
final class Screen {

    private static final int SHOWN_TEXT = 200;

    private final UserSession session;

    Screen(UserSession session) {
        this.session = session;
    }

    /** A node that a selector found. */
    record Found(int page, int node) {}

    /** The first element of the visible page that matches. */
    Optional<Found> first(String selector) {
        return session.pages().readVisible(page ->
            page.flatMap(shown ->
                matching(shown, selector)
                    .stream()
                    .findFirst()
                    .map(node -> new Found(shown.id(), node.id()))
            )
        );
    }

    /** Why a selector that was to be acted on was not. */
    String whyNot(String selector, String what) {
        boolean there = first(selector).isPresent();
        return there
            ? "`" + selector + "` is there but cannot " + what + ": it is disabled or no such element"
            : "nothing on " + path() + " matches `" + selector + "`";
    }

    /** What of the screen's part of {@code wanted} does not hold. */
    Optional<String> mismatch(Wanted wanted) {
        String page = wanted.condition().page();
        if (page != null && !page.equals(path())) {
            return Optional.of("expected page `" + page + "`, the visible one is `" + path() + "`");
        }
        if (wanted.condition().selector() == null && wanted.condition().text() == null) {
            return Optional.empty();
        }
        int found = count(wanted.condition());
        Integer count = wanted.count();
        boolean holds = count == null ? wanted.absent() == (found == 0) : found == count;
        return holds ? Optional.empty() : Optional.of(describe(wanted, found));
    }

    private int count(Step.Condition condition) {
        String selector = condition.selector();
        String text = condition.text() == null ? "" : condition.text();
        if (selector == null) {
            return text().contains(text) ? 1 : 0;
        }
        return session.pages().readVisible(page -> page.map(shown -> count(shown, selector, text)).orElse(0));
    }

    private static int count(Page page, String selector, String text) {
        return (int) matching(page, selector)
            .stream()
            .filter(node -> ViewQuery.visibleText(node).contains(text))
            .count();
    }

    private String describe(Wanted wanted, int found) {
        String selector = wanted.condition().selector();
        String text = wanted.condition().text();
        String what = selector == null ? "the screen" : "`" + selector + "`";
        String amount = wanted.absent() ? "no " : wanted.count() == null ? "" : wanted.count() + " times ";
        return (
            "expected " +
            amount +
            what +
            (text == null ? "" : " with the text \"" + text + "\"") +
            ", found " +
            found +
            "; `" +
            path() +
            "` shows \"" +
            shortened(text()) +
            "\""
        );
    }

    private String path() {
        return session.pages().readVisible(page -> page.map(Page::path).orElse("no page"));
    }

    private String text() {
        String page = session.pages().readVisible(shown ->
            shown
                .flatMap(visible -> visible.tree().root())
                .map(ViewQuery::visibleText)
                .orElse("")
        );
        return page + " " + session.ui().text();
    }

    private static List<ViewNode> matching(Page page, String selector) {
        return page
            .tree()
            .root()
            .map(root -> ViewQuery.select(root, selector, "selector"))
            .orElse(List.of())
            .stream()
            .flatMap(id -> page.tree().shown(id).stream())
            .toList();
    }

    /** The session's pages for a report: the one on top last. */
    static List<Report.OpenPage> pages(UserSession session) {
        return session.pages().read(pages ->
            pages
                .stream()
                .flatMap(page -> open(page).stream())
                .toList()
        );
    }

    private static Optional<Report.OpenPage> open(Page page) {
        Map<String, String> query = new TreeMap<>();
        page.query()
            .properties()
            .forEach(entry -> query.put(entry.getKey(), entry.getValue().asText()));
        return page
            .tree()
            .root()
            .map(root -> new Report.OpenPage(page.path(), query, root));
    }

    private static String shortened(String text) {
        String flat = text.strip();
        return flat.length() > SHOWN_TEXT ? flat.substring(0, SHOWN_TEXT) + "…" : flat;
    }
}
