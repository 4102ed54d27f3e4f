package dev.cloakroom.host.identity;

import com.fasterxml.jackson.annotation.JsonValue;

/** A mini program, by the id that its developer gives out. */
public record ProgramId(@JsonValue String value) {
    public ProgramId {
        Ids.require(value, "a program id");
    }
}
