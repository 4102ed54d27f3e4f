package dev.cloakroom.host.policy;

import dev.cloakroom.host.error.RefusalReason;
import java.util.List;

/**
 * Refused.
 *
 * @param reason one that {@link PolicySet#REASONS} has
 * @param rules empty when no rule said anything about the request
 */
public record Deny(RefusalReason reason, List<String> rules) implements Decision {
    public Deny {
        rules = List.copyOf(rules);
    }
}
