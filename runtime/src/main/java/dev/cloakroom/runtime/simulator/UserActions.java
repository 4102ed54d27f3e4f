package dev.cloakroom.runtime.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.session.UserSession;
import dev.cloakroom.runtime.view.ViewChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Does in a session what the user did in the page. What makes no sense there has no effect. */
record UserActions(UserSession session) {
    void act(ObjectNode message) {
        int page = message.path("page").asInt();
        int node = message.path("node").asInt();
        switch (message.path("t").asText()) {
            case "tap" -> session.view().tap(page, node);
            case "input" -> input(page, node, message);
            case "scroll" -> scroll(page, node, message.path("left"), message.path("top"));
            case "measured" -> session
                .pages()
                .layout()
                .answer(message.path("question").asLong(), message.path("boxes"));
            case "back" -> session.view().back();
            case "modal" -> session.ui().answer(message.path("confirm").asBoolean());
            case "sheet-closed" -> session.ui().closeSheet();
            case "preview-closed" -> session.ui().hide("preview");
            case "pick" -> pick(message);
            default -> {
                // a newer page may know more than this host
            }
        }
    }

    private void input(int page, int node, ObjectNode message) {
        JsonNode value = message.path("value");
        if (value.isTextual()) {
            phase(message.path("phase").asText()).ifPresent(step ->
                session.view().input(page, node, step, value.textValue())
            );
        }
    }

    /** Pictures came before, over HTTP: they are too large for a message. */
    private void pick(ObjectNode message) {
        int number = message.path("number").asInt();
        JsonNode text = message.path("text");
        if (text.isTextual()) {
            session.ui().picker().offer(number, text.textValue().getBytes(StandardCharsets.UTF_8));
        }
        session.ui().picker().done(number, message.path("take").asBoolean());
    }

    private void scroll(int page, int node, JsonNode left, JsonNode top) {
        if (left.isNumber() && top.isNumber()) {
            session.view().scroll(page, node, left.doubleValue(), top.doubleValue());
        }
    }

    private static Optional<ViewChannel.Typing> phase(String name) {
        return Arrays.stream(ViewChannel.Typing.values())
            .filter(step -> step.name().toLowerCase(Locale.ROOT).equals(name))
            .findFirst();
    }
}
