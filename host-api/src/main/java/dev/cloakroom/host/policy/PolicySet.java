package dev.cloakroom.host.policy;

import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.error.RefusalReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The rules, in the order of their file. A request that no rule speaks of is denied; deny beats ask, and ask beats
 * permit; a rule whose condition fails to evaluate denies. Among several denies the first in the file gives the reason.
 *
 * <p>The file is one JSON object: {@snippet lang = json :
 * {
 *   "rules": [
 *     { "id": "undeclared", "effect": "deny", "reason": "NOT_DECLARED", "when": { "declared": false } },
 *     { "id": "phone", "effect": "ask", "when": { "all": [{ "scopes": ["scope.phoneNumber"] }, { "gesture": true }] } }
 *   ]
 * }
 * }
 *
 * <p>{@code effect} is {@code deny}, {@code ask} or {@code permit}. {@code reason} is for {@code deny} only, one of
 * {@link #REASONS}, and {@code DENIED_BY_RULE} when absent. {@code when} has exactly one member:
 *
 * <table>
 * <caption>conditions</caption>
 * <tr><td>{@code declared}, {@code gesture}, {@code foreground}</td><td>true or false, compared with the context</td></tr>
 * <tr><td>{@code scopes}</td><td>names; the request's scope is one of them</td></tr>
 * <tr><td>{@code programs}</td><td>ids; the program is one of them</td></tr>
 * <tr><td>{@code recipientsRegistered}</td><td>true or false: there are recipients, all in the registry</td></tr>
 * <tr><td>{@code recipientsAllowed}</td><td>true or false: the registry allows the scope to all recipients</td></tr>
 * <tr><td>{@code all}, {@code any}</td><td>lists of conditions; not empty</td></tr>
 * <tr><td>{@code not}</td><td>a condition</td></tr>
 * </table>
 */
public final class PolicySet {

    /** What a deny rule can give as its reason. */
    public static final Set<RefusalReason> REASONS = Collections.unmodifiableSet(
        EnumSet.range(RefusalReason.NOT_DECLARED, RefusalReason.RULE_ERROR)
    );

    private static final String DEFAULT = "default-policy.json";

    private final List<Rule> rules;

    PolicySet(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads the rules.
     *
     * @throws PolicyFormatException when {@code json} is not a policy
     */
    public static PolicySet parse(String json) {
        return new PolicySet(PolicyReader.read(json));
    }

    /** The policy that ships with the host: what is declared, tapped for and meant for allowed recipients is asked. */
    public static PolicySet shipped() {
        try (var in = PolicySet.class.getResourceAsStream(DEFAULT)) {
            if (in == null) {
                throw new BrokerException("the shipped policy is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BrokerException("cannot read the shipped policy", e);
        }
    }

    List<Rule> rules() {
        return rules;
    }
}
