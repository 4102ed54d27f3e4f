package dev.cloakroom.host.scope;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.cloakroom.host.identity.Ids;

/** A recipient of the host's registry, as a manifest refers to it. */
public record RecipientId(@JsonValue String value) {
    public RecipientId {
        Ids.require(value, "a recipient id");
    }
}
