package dev.cloakroom.host.policy;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.settings.PrivacySettings;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides on a request by the rules alone: default deny, deny overrides, an error denies. */
public final class PolicyDecisionPoint {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyDecisionPoint.class);

    /** What a decision names when no rule but the user's own setting took it. */
    public static final String USER_SETTINGS = "user-settings";

    private final PolicySet policy;
    private final RecipientRegistry recipients;
    private final PrivacySettings settings;

    public PolicyDecisionPoint(PolicySet policy, RecipientRegistry recipients, PrivacySettings settings) {
        this.policy = policy;
        this.recipients = recipients;
        this.settings = settings;
    }

    /**
     * No rule permits what the user has switched off, as it is when this is called. A rule that denies is heard first:
     * otherwise a program could tell from a request without a tap, which no user ever sees, what a user has set.
     */
    public Decision decide(AccessRequest request) {
        var matching = matching(request);
        var denying = with(Rule.Effect.DENY, matching);
        if (!denying.isEmpty()) {
            return new Deny(denying.getFirst().reason(), ids(denying));
        }
        return settings.forbids(request)
            ? new Deny(RefusalReason.SWITCHED_OFF, List.of(USER_SETTINGS))
            : allowing(request, matching);
    }

    private static Decision allowing(AccessRequest request, List<Rule> matching) {
        var asking = with(Rule.Effect.ASK, matching);
        if (!asking.isEmpty()) {
            return new AskUser(ids(asking));
        }
        return matching.isEmpty() ? new Deny(RefusalReason.NO_RULE, List.of()) : new Permit(request, ids(matching));
    }

    /** The rules that hold; one that fails to evaluate is there as a deny, after those that hold. */
    private List<Rule> matching(AccessRequest request) {
        var matching = new ArrayList<Rule>();
        var failed = new ArrayList<Rule>();
        for (var rule : policy.rules()) {
            try {
                if (rule.when().holds(request, recipients)) {
                    matching.add(rule);
                }
            } catch (RuntimeException e) {
                LOG.error("policy rule `{}` fails to evaluate, so it denies", rule.id(), e);
                failed.add(new Rule(rule.id(), Rule.Effect.DENY, RefusalReason.RULE_ERROR, rule.when()));
            }
        }
        matching.addAll(failed);
        return matching;
    }

    private static List<Rule> with(Rule.Effect effect, List<Rule> rules) {
        return rules
            .stream()
            .filter(rule -> rule.effect() == effect)
            .toList();
    }

    private static List<String> ids(List<Rule> rules) {
        return rules.stream().map(Rule::id).toList();
    }
}
