package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.GuestSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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

    /** Taps a node, nowhere in particular. False when the user cannot: it is not shown on the visible page, or disabled. */
    public boolean tap(int page, int node) {
        return tap(page, node, Touches.somewhere());
    }

    /** Taps a node with one finger. False when the user cannot. */
    public boolean tap(int page, int node, Touches finger) {
        Optional<Target> target = target(page, node);
        target.ifPresent(found -> tap(found, finger));
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
     * Gives a control another value: a flag to a {@code switch}, {@code checkbox} or {@code radio}, a number to a
     * {@code slider}, a place to a {@code swiper}, places, a time or a date to a {@code picker} of its
     * kind. False when the user cannot, or the control cannot have that value.
     *
     * @param source for a {@code swiper}: {@code touch}, {@code autoplay} or empty
     */
    public boolean change(int page, int node, JsonNode value, String source) {
        return perform(page, hand ->
            hand.usable(node).flatMap(control -> Changes.changed(hand, control, value, source))
        );
    }

    /** Tells of something that happened on the screen. False when there is no such event, or nobody listens. */
    public boolean happened(int page, int node, String type, JsonNode detail) {
        return perform(page, hand ->
            hand
                .usable(node)
                .flatMap(at -> Happenings.of(at, type, detail))
                .map(List::of)
        );
    }

    /** Tells of fingers on a node, if the program listens there or above. False when it does not. */
    public boolean touch(int page, int node, String type, Touches touches) {
        return perform(page, hand ->
            hand
                .usable(node)
                .filter(at -> Touches.EVENTS.contains(type) && at.heard(type))
                .map(at -> List.of(new UserEvent(node, type, touches.detail(), touches.fields())))
        );
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
    private record Target(int page, int node, String tag, Optional<Opener> opener, int maxLength) {
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
                .filter(ViewNode::enabled)
                .map(found -> seen(page, found))
        );
    }

    private static Target seen(int page, ViewNode node) {
        return new Target(page, node.id(), node.tag(), opener(node), maxLength(node));
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

    private void tap(Target target, Touches finger) {
        gestures.record(target.page(), target.node(), Gestures.TAP);
        target
            .opener()
            .filter(opener -> GESTURE_APIS.contains(opener.openType()))
            .ifPresent(opener -> gestures.record(target.page(), opener.node(), opener.openType()));
        tell(target.page(), new UserEvent(target.node(), "tap", finger.detail(), finger.fields()));
        perform(target.page(), hand -> Optional.of(Controls.tapped(hand, target.node())));
    }

    private boolean perform(int page, Function<Hand, Optional<List<UserEvent>>> deed) {
        Optional<List<UserEvent>> told = pages.act(page, deed);
        told.ifPresent(events -> events.forEach(event -> tell(page, event)));
        return told.isPresent();
    }

    private void type(Target field, String text) {
        type(field, Typing.FOCUS, "");
        type(field, Typing.INPUT, text);
        type(field, Typing.BLUR, text);
    }

    private void type(Target field, Typing step, String text) {
        String kept = text.substring(0, Math.min(text.length(), field.maxLength()));
        ObjectNode detail = Json.object().put("value", kept);
        if (step != Typing.FOCUS) {
            note(field, kept);
        }
        switch (step) {
            case FOCUS -> event(field, "focus", detail.put("height", 0));
            case INPUT -> event(field, "input", detail.put("cursor", kept.length()));
            case BLUR -> event(field, "blur", detail.put("cursor", kept.length()));
            case CONFIRM -> event(field, "confirm", detail);
        }
    }

    // a form sends what stands in the host's tree; the screen shows it already
    private void note(Target field, String text) {
        pages.act(field.page(), hand -> {
            hand.usable(field.node()).ifPresent(node -> hand.note(node, "value", Json.tree(text)));
            return Optional.empty();
        });
    }

    private void event(Target target, String type, ObjectNode detail) {
        tell(target.page(), new UserEvent(target.node(), type, detail, Json.object()));
    }

    private void tell(int page, UserEvent event) {
        guest.begin(
            Kind.EVENT,
            Json.object()
                .put("page", page)
                .put("node", event.node())
                .put("type", event.type())
                .<ObjectNode>set("detail", event.detail())
                .set("fields", event.fields())
        );
    }
}
