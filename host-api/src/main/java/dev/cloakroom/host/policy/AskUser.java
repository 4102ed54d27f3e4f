package dev.cloakroom.host.policy;

import java.util.List;

/** The user decides, now or by a grant that stands. */
public record AskUser(List<String> rules) implements Decision {
    public AskUser {
        rules = List.copyOf(rules);
    }
}
