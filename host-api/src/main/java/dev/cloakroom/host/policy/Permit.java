package dev.cloakroom.host.policy;

import dev.cloakroom.host.request.AccessRequest;
import java.util.List;

/** Allowed without asking. Only the {@link PolicyDecisionPoint} makes one. */
public final class Permit implements Decision {

    private final AccessRequest request;
    private final List<String> rules;

    Permit(AccessRequest request, List<String> rules) {
        this.request = request;
        this.rules = List.copyOf(rules);
    }

    /** What is allowed: this request and no other. */
    public AccessRequest request() {
        return request;
    }

    @Override
    public List<String> rules() {
        return rules;
    }
}
