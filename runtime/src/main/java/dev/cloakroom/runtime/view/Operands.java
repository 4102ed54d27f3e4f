package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;

/** The operands of one page operation, each checked as it is read. */
record Operands(ArrayNode array) {
    private static final int MAX_NAME = 200;
    private static final int MAX_TEXT = 4 << 20;

    int id(int at) throws GuestMisbehaved {
        JsonNode value = array.path(at);
        if (!value.canConvertToInt() || value.asInt() <= 0) {
            throw misfit(at, "a node's id");
        }
        return value.asInt();
    }

    int count(int at) throws GuestMisbehaved {
        JsonNode value = array.path(at);
        if (!value.canConvertToInt() || value.asInt() < 0) {
            throw misfit(at, "a count");
        }
        return value.asInt();
    }

    int scope(int at) {
        return array.path(at).asInt(-1);
    }

    String name(int at) throws GuestMisbehaved {
        String name = text(at);
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw misfit(at, "a name");
        }
        return name;
    }

    String text(int at) throws GuestMisbehaved {
        JsonNode value = array.path(at);
        if (!value.isTextual() || value.textValue().length() > MAX_TEXT) {
            throw misfit(at, "a text");
        }
        return value.textValue();
    }

    JsonNode value(int at) {
        return array.path(at);
    }

    private GuestMisbehaved misfit(int at, String wanted) {
        return new GuestMisbehaved(
            "operand " + at + " of page operation `" + array.path(0).asText() + "` is not " + wanted
        );
    }
}
