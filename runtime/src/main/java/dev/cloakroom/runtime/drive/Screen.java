package dev.cloakroom.runtime.drive;

import dev.cloakroom.runtime.session.UserSession;
import dev.cloakroom.runtime.view.Page;
import dev.cloakroom.runtime.view.ViewNode;
import dev.cloakroom.runtime.view.ViewQuery;
import java.util.List;
import java.util.Optional;

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
            ? "`" + selector + "` is there but cannot " + what + ": it is disabled or no such element" + ending()
            : "nothing on " + path() + " matches `" + selector + "`" + ending();
    }

    /** What of the page's part of {@code wanted} does not hold. */
    Optional<String> mismatch(Expectation wanted) {
        Optional<String> other = wanted.page().filter(page -> !page.equals(path()));
        if (other.isPresent()) {
            return Optional.of("expected page " + other.get() + ", the visible one is " + path() + ending());
        }
        if (wanted.selector().isEmpty() && wanted.text().isEmpty()) {
            return Optional.empty();
        }
        int found = count(wanted);
        boolean holds = wanted.count().isPresent()
            ? found == wanted.count().getAsInt()
            : wanted.absent() == (found == 0);
        return holds ? Optional.empty() : Optional.of(describe(wanted, found));
    }

    private int count(Expectation wanted) {
        if (wanted.selector().isEmpty()) {
            return wanted
                .text()
                .filter(text -> text().contains(text))
                .isPresent()
                ? 1
                : 0;
        }
        return session.pages().readVisible(page -> page.map(shown -> count(shown, wanted)).orElse(0));
    }

    private static int count(Page page, Expectation wanted) {
        return (int) matching(page, wanted.selector().orElseThrow())
            .stream()
            .filter(node ->
                wanted
                    .text()
                    .map(text -> ViewQuery.visibleText(node).contains(text))
                    .orElse(true)
            )
            .count();
    }

    private String describe(Expectation wanted, int found) {
        String what =
            wanted
                .selector()
                .map(selector -> "`" + selector + "`")
                .orElse("the screen") +
            wanted
                .text()
                .map(text -> " with the text \"" + text + "\"")
                .orElse("");
        String amount = wanted.absent()
            ? "no "
            : wanted.count().isPresent()
              ? wanted.count().getAsInt() + " times "
              : "";
        return (
            "expected " +
            amount +
            what +
            ", found " +
            found +
            "; " +
            path() +
            " shows \"" +
            shortened(text()) +
            "\"" +
            ending()
        );
    }

    // a session that is over explains most failures
    private String ending() {
        return session
            .end()
            .map(end -> "; the session is over: " + end.message())
            .orElse("");
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

    private static String shortened(String text) {
        String flat = text.strip();
        return flat.length() > SHOWN_TEXT ? flat.substring(0, SHOWN_TEXT) + "…" : flat;
    }
}
