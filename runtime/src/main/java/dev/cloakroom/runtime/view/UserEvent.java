package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;

/**
 * What the program is to be told of something that a user did.
 *
 * @param node the element that it happened to
 * @param type the event's name, as in {@code bindchange}
 * @param detail WeChat's {@code detail} of that event
 * @param fields further members of the event object, such as {@code touches}
 */
record UserEvent(int node, String type, ObjectNode detail, ObjectNode fields) {
    static UserEvent of(ViewNode node, String type, ObjectNode detail) {
        return new UserEvent(node.id(), type, detail, Json.object());
    }
}
