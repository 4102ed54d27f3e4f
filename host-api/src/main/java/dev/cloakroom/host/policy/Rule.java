package dev.cloakroom.host.policy;

import dev.cloakroom.host.error.RefusalReason;

/**
 * One rule of a policy.
 *
 * @param reason what a deny rule refuses with; other effects do not use it
 */
record Rule(String id, Effect effect, RefusalReason reason, Condition when) {
    /** What a rule does where its condition holds. Deny beats ask, ask beats permit. */
    enum Effect {
        DENY,
        ASK,
        PERMIT,
    }
}
