package dev.cloakroom.host.identity;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who is responsible for a program. */
public record DeveloperId(@JsonValue String value) {
    public DeveloperId {
        Ids.require(value, "a developer id");
    }
}
