package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import dev.cloakroom.runtime.sandbox.LimitExceeded;
import dev.cloakroom.runtime.sandbox.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pages of one session, lowest first. The thread that reads the worker writes; others read through
 * {@link #read}, so that nobody sees half an operation.
 */
public final class PageStack {

    /** No page: none has this number. */
    public static final int NONE = 0;

    private static final int MAX_OPENING = 1 << 20;

    private final Map<Integer, Page> pages = new LinkedHashMap<>();
    private final List<PageWatcher> watchers = new ArrayList<>();
    private final Layout layout = new Layout(System::nanoTime);
    private final Limits limits;
    private int last;
    private int visible;
    private int opening;

    public PageStack(Limits limits) {
        this.limits = limits;
    }

    /** Where the nodes of these pages are on the screen. */
    public Layout layout() {
        return layout;
    }

    /** Handles a {@code PAGE} frame. */
    public synchronized void page(ObjectNode body) throws GuestMisbehaved {
        int id = body.path("page").asInt(-1);
        switch (body.path("op").asText()) {
            case "open" -> open(id, body);
            case "show" -> show(known(id));
            case "close" -> close(known(id));
            default -> throw new GuestMisbehaved("it did something to a page that cannot be done");
        }
    }

    /** Handles an {@code OPS} frame. */
    public synchronized void operations(ObjectNode body) throws GuestMisbehaved {
        Page page = known(body.path("page").asInt(-1));
        ArrayNode applied = page.tree().apply(body.path("ops"));
        watchers.forEach(watcher -> watcher.operations(page, applied));
    }

    /**
     * Tells {@code watcher} of what is there, as if it came about now, and then of every change, in order.
     *
     * @return ends it
     */
    public synchronized Runnable watch(PageWatcher watcher) {
        pages.values().forEach(page -> tell(watcher, page));
        Page shown = pages.get(visible);
        if (shown != null) {
            watcher.shown(shown);
        }
        watchers.add(watcher);
        return () -> forget(watcher);
    }

    private static void tell(PageWatcher watcher, Page page) {
        watcher.opened(page);
        watcher.operations(page, page.tree().snapshot());
    }

    private synchronized void forget(PageWatcher watcher) {
        watchers.remove(watcher);
    }

    /** Looks at the pages while nothing changes them; {@code look} must not keep a tree. */
    public synchronized <T> T read(Function<List<Page>, T> look) {
        return look.apply(List.copyOf(pages.values()));
    }

    /**
     * Lets a user do something on that page, if it is the one that they see; watchers are told what it changed.
     *
     * @param deed must not keep the hand
     */
    synchronized <T> Optional<T> act(int page, Function<Hand, Optional<T>> deed) {
        return readVisible(shown ->
            shown
                .filter(visiblePage -> visiblePage.id() == page)
                .flatMap(visiblePage -> {
                    Hand hand = new Hand(visiblePage.tree());
                    Optional<T> done = deed.apply(hand);
                    tell(visiblePage, hand.written());
                    return done;
                })
        );
    }

    private void tell(Page page, ArrayNode written) {
        if (!written.isEmpty()) {
            watchers.forEach(watcher -> watcher.operations(page, written));
        }
    }

    /** Whether there is a page with that number. */
    public synchronized boolean isOpen(int page) {
        return pages.containsKey(page);
    }

    /** The number of the page that the user sees, or {@link #NONE}. */
    public synchronized int visible() {
        return pages.containsKey(visible) ? visible : NONE;
    }

    /** The number of the page that was opened last and is still there; 0 when there is none. */
    public synchronized int top() {
        return pages.isEmpty() ? 0 : List.copyOf(pages.keySet()).getLast();
    }

    /** Looks at the page that the user sees; the empty page when there is none. */
    public synchronized <T> T readVisible(Function<Optional<Page>, T> look) {
        return look.apply(Optional.ofNullable(pages.get(visible)));
    }

    private void show(Page page) {
        visible = page.id();
        opening = 0;
        watchers.forEach(watcher -> watcher.shown(page));
    }

    private void close(Page page) {
        pages.remove(page.id());
        watchers.forEach(watcher -> watcher.closed(page));
    }

    private void open(int id, ObjectNode body) throws GuestMisbehaved {
        if (id <= last) {
            throw new GuestMisbehaved("a page takes a number that was used before");
        }
        if (pages.size() >= limits.pages()) {
            throw new LimitExceeded("pages", "it opened more than " + limits.pages() + " pages");
        }
        if (body.toString().length() > MAX_OPENING) {
            throw new GuestMisbehaved("it opened a page with more than " + MAX_OPENING + " characters of parameters");
        }
        last = id;
        opening = id;
        ObjectNode query = body.path("query") instanceof ObjectNode given ? given : Json.object();
        JsonNode window = body.path("window");
        Page page = new Page(id, body.path("path").asText(), query, window, new ViewTree(limits.nodes()));
        pages.put(id, page);
        watchers.forEach(watcher -> watcher.opened(page));
    }

    /** The path of the page whose code probably runs: the one that opens, or else the one that the user sees. */
    public synchronized Optional<String> current() {
        return Optional.ofNullable(pages.get(pages.containsKey(opening) ? opening : visible)).map(Page::path);
    }

    private Page known(int id) throws GuestMisbehaved {
        Page page = pages.get(id);
        if (page == null) {
            throw new GuestMisbehaved("it named a page that is not open");
        }
        return page;
    }
}
