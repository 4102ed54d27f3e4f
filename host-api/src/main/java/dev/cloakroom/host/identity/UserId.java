package dev.cloakroom.host.identity;

import com.fasterxml.jackson.annotation.JsonValue;

/** The host's own id of a user. It never leaves the host, nor does it enter the ledger. */
public record UserId(@JsonValue String value) {
    public UserId {
        Ids.require(value, "a user id");
    }
}
