package dev.cloakroom.runtime.view;

import dev.cloakroom.runtime.json.Json;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a tap does to the component that it meets, beside being told to the program. */
final class Controls {

    private static final String LABEL = "label";
    private static final String SWITCH = "switch";
    private static final String CHECKBOX = "checkbox";
    private static final String RADIO = "radio";
    private static final String BUTTON = "button";

    private static final Set<String> TAKING = Set.of(
        LABEL,
        SWITCH,
        CHECKBOX,
        RADIO,
        BUTTON,
        "input",
        "textarea",
        "picker",
        "slider"
    );

    /** What a label stands for when it holds several. */
    private static final Set<String> LABELLED = Set.of(SWITCH, CHECKBOX, RADIO);

    private Controls() {}

    /** What the program is to be told of a tap beside the tap itself. */
    static List<UserEvent> tapped(Hand hand, int id) {
        return hand
            .usable(id)
            .flatMap(node -> meant(hand, node))
            .map(control -> used(hand, control))
            .orElse(List.of());
    }

    /** Turns a switch or checkbox over, or chooses a radio. */
    static List<UserEvent> used(Hand hand, ViewNode control) {
        return switch (control.tag()) {
            case SWITCH -> switched(hand, control);
            case CHECKBOX -> checked(hand, control);
            case RADIO -> control.flag("checked") ? List.of() : chosen(hand, control);
            case BUTTON -> Forms.pressed(hand, control);
            default -> List.of();
        };
    }

    private static Optional<ViewNode> meant(Hand hand, ViewNode node) {
        Optional<ViewNode> met = node.closest(TAKING);
        return met.flatMap(control -> control.tag().equals(LABEL) ? labelled(hand, control) : met);
    }

    private static Optional<ViewNode> labelled(Hand hand, ViewNode label) {
        String id = label.attribute("for");
        var candidates =
            id == null || id.isEmpty() ? label.below() : hand.all().filter(node -> id.equals(node.attribute("id")));
        return candidates
            .filter(node -> LABELLED.contains(node.tag()))
            .findFirst()
            .filter(ViewNode::enabled);
    }

    private static List<UserEvent> switched(Hand hand, ViewNode control) {
        turn(hand, control, !control.flag("checked"));
        return List.of(UserEvent.of(control, "change", Json.object().put("value", control.flag("checked"))));
    }

    private static List<UserEvent> checked(Hand hand, ViewNode box) {
        turn(hand, box, !box.flag("checked"));
        return told(box.closest("checkbox-group"));
    }

    private static List<UserEvent> chosen(Hand hand, ViewNode radio) {
        ViewNode group = radio.closest("radio-group");
        if (group != null) {
            group
                .below()
                .filter(other -> other.tag().equals(RADIO) && other.flag("checked"))
                .forEach(other -> turn(hand, other, false));
        }
        turn(hand, radio, true);
        return told(group);
    }

    private static List<UserEvent> told(@Nullable ViewNode group) {
        return group == null
            ? List.of()
            : List.of(
                  UserEvent.of(group, "change", Json.object().set("value", Objects.requireNonNull(Forms.value(group))))
              );
    }

    private static void turn(Hand hand, ViewNode control, boolean on) {
        hand.set(control, "checked", Json.tree(on));
    }
}
