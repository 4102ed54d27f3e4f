package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.GuestSession;
import java.util.Optional;
import java.util.Set;

/**
 * What a user does on a page, on its way to the program. A browser and a scenario come in by the same
 * door; both name a node, and the host's tree says what it is.
 */
public final class ViewChannel {

    /** The values of a button's {@code open-type} that stand for an API which needs a gesture. */
    private static final Set<String> GESTURE_APIS = Set.of(
        "getPhoneNumber",
        "getUserInfo",
        "chooseAvatar",
        "agreePrivacyAuthorization"
    );

    private static final int DEFAULT_MAX_LENGTH = 140;

    private final PageStack pages;
    private final Gestures gestures;
    private final GuestSession guest;

    public ViewChannel(PageStack pages, Gestures gestures, GuestSession guest) {
        this.pages = pages;
        this.gestures = gestures;
        this.guest = guest;
    }

    /** Taps a node. False when the user cannot: it is not shown on the visible page, or disabled. */
    public boolean tap(int page, int node) {
        Optional<Target> target = target(page, node);
        target.ifPresent(this::tap);
        return target.isPresent();
    }

    /**
     * Types {@code text} into an {@code input} or {@code textarea} in place of what is there. False
     * when the user cannot.
     */
    public boolean input(int page, int node, String text) {
        Optional<Target> target = target(page, node).filter(Target::takesText);
        target.ifPresent(field -> type(field, text));
        return target.isPresent();
    }

    /** One step of typing: what a browser tells as it happens. */
    public enum Typing {
        FOCUS,
        INPUT,
        BLUR,
        CONFIRM,
    }

    /** Tells of one step of typing; {@code text} is what the field holds. False when the user cannot. */
    public boolean input(int page, int node, Typing step, String text) {
        Optional<Target> target = target(page, node).filter(Target::takesText);
        target.ifPresent(field -> type(field, step, text));
        return target.isPresent();
    }

    /**
     * Scrolls a {@code scroll-view} to {@code left} and {@code top}, in pixels. False when the user cannot;
     * a program that does not listen hears nothing.
     */
    public boolean scroll(int page, int node, double left, double top) {
        Optional<Target> target = target(page, node).filter(found -> found.tag().equals("scroll-view"));
        target
            .filter(Target::hearsScroll)
            .ifPresent(view -> event(view, "scroll", Json.object().put("scrollLeft", left).put("scrollTop", top)));
        return target.isPresent();
    }

    /** Goes back, as by the arrow of the navigation bar. */
    public void back() {
        guest.begin(Kind.NAVIGATE, Json.object().put("action", "navigateBack"));
    }

    /** Goes to a page from the one that the user sees, as by a link on it. */
    public void go(String url) {
        guest.begin(Kind.NAVIGATE, Json.object().put("action", "navigateTo").put("url", url));
    }

    /** Opens a page as if the program were started there. */
    public void open(String url) {
        guest.begin(Kind.NAVIGATE, Json.object().put("action", "reLaunch").put("url", url));
    }

    /** What the host must know of a node at the moment of an event; the tree goes on changing. */
    private record Target(int page, int node, String tag, Optional<Opener> opener, int maxLength, boolean hearsScroll) {
        boolean takesText() {
            return tag.equals("input") || tag.equals("textarea");
        }
    }

    private record Opener(int node, String openType) {}

    private Optional<Target> target(int page, int node) {
        return pages.readVisible(visible ->
            visible
                .filter(shown -> shown.id() == page)
                .flatMap(shown -> shown.tree().shown(node))
                .filter(ViewChannel::enabled)
                .map(found -> seen(page, found))
        );
    }

    private static Target seen(int page, ViewNode node) {
        return new Target(page, node.id(), node.tag(), opener(node), maxLength(node), node.listens("scroll"));
    }

    private static boolean enabled(ViewNode node) {
        ViewNode button = node.closest("button");
        return !node.flag("disabled") && (button == null || !button.flag("disabled"));
    }

    private static Optional<Opener> opener(ViewNode node) {
        ViewNode button = node.closest("button");
        String openType = button == null ? null : button.attribute("open-type");
        return button == null || openType == null ? Optional.empty() : Optional.of(new Opener(button.id(), openType));
    }

    private static int maxLength(ViewNode node) {
        String given = node.attribute("maxlength");
        if (given == null || !given.matches("-?\\d{1,6}")) {
            return DEFAULT_MAX_LENGTH;
        }
        return Integer.parseInt(given) < 0 ? Integer.MAX_VALUE : Integer.parseInt(given);
    }

    private void tap(Target target) {
        gestures.record(target.page(), target.node(), Gestures.TAP);
        target
            .opener()
            .filter(opener -> GESTURE_APIS.contains(opener.openType()))
            .ifPresent(opener -> gestures.record(target.page(), opener.node(), opener.openType()));
        event(target, "tap", Json.object().put("x", 0).put("y", 0));
    }

    private void type(Target field, String text) {
        type(field, Typing.FOCUS, "");
        type(field, Typing.INPUT, text);
        type(field, Typing.BLUR, text);
    }

    private void type(Target field, Typing step, String text) {
        String kept = text.substring(0, Math.min(text.length(), field.maxLength()));
        ObjectNode detail = Json.object().put("value", kept);
        switch (step) {
            case FOCUS -> event(field, "focus", detail.put("height", 0));
            case INPUT -> event(field, "input", detail.put("cursor", kept.length()));
            case BLUR -> event(field, "blur", detail.put("cursor", kept.length()));
            case CONFIRM -> event(field, "confirm", detail);
        }
    }

    private void event(Target target, String type, ObjectNode detail) {
        guest.begin(
            Kind.EVENT,
            Json.object()
                .put("page", target.page())
                .put("node", target.node())
                .put("type", type)
                .<ObjectNode>set("detail", detail)
                .set("fields", Json.object())
        );
    }
}
