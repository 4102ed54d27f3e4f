package dev.cloakroom.host.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.UnsetSettings;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.DeveloperId;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.request.RequestContext;
import dev.cloakroom.host.scope.Recipient;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.settings.PrivacySettings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    private static final PrivacySettings SETTINGS = new PrivacySettings(new UnsetSettings());

    private static final RecipientId GATEWAY = new RecipientId("gateway");
    private static final RecipientRegistry REGISTRY = RecipientRegistry.of(
        List.of(new Recipient(GATEWAY, "Gateway", Set.of(ScopeCatalog.PHONE_NUMBER)))
    );
    private static final RecipientRegistry BROKEN = _ -> {
        throw new IllegalStateException("the registry is down");
    };

    private static final String ASK = """
    {"id": "ask", "effect": "ask", "when": {"declared": true}}""";
    private static final String PERMIT = """
    {"id": "permit", "effect": "permit", "when": {"declared": true}}""";
    private static final String DENY = """
    {"id": "deny", "effect": "deny", "reason": "NO_GESTURE", "when": {"gesture": true}}""";
    private static final String NEEDS_REGISTRY = """
    {"id": "needs-registry", "effect": "permit", "when": {"recipientsRegistered": true}}""";

    @Test
    void decide_deniesWhatNoRuleSpeaksOf() {
        var decision = decide(REGISTRY, "{\"id\": \"a\", \"effect\": \"permit\", \"when\": {\"declared\": false}}");
        assertThat(decision).isEqualTo(new Deny(RefusalReason.NO_RULE, List.of()));
    }

    @Test
    void decide_letsDenyBeatAskAndAskBeatPermit() {
        assertThat(decide(REGISTRY, PERMIT).rules()).containsExactly("permit");
        assertThat(decide(REGISTRY, PERMIT)).isInstanceOf(Permit.class);
        assertThat(decide(REGISTRY, PERMIT, ASK)).isEqualTo(new AskUser(List.of("ask")));
        assertThat(decide(REGISTRY, PERMIT, ASK, DENY)).isEqualTo(new Deny(RefusalReason.NO_GESTURE, List.of("deny")));
    }

    @Test
    void decide_deniesWhenARuleErrors() {
        assertThat(decide(REGISTRY, ASK, NEEDS_REGISTRY)).isEqualTo(new AskUser(List.of("ask")));
        assertThat(decide(BROKEN, ASK, NEEDS_REGISTRY)).isEqualTo(
            new Deny(RefusalReason.RULE_ERROR, List.of("needs-registry"))
        );
        assertThat(decide(BROKEN, ASK, NEEDS_REGISTRY, DENY)).isEqualTo(
            new Deny(RefusalReason.NO_GESTURE, List.of("deny", "needs-registry"))
        );
    }

    @Test
    void decide_deniesWithTheShippedPolicyWhenTheRegistryIsDown() {
        var decision = new PolicyDecisionPoint(PolicySet.shipped(), BROKEN, SETTINGS).decide(request());
        assertThat(decision).isInstanceOf(Deny.class);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock = """
        {"declared": true}                                             | true
        {"declared": false}                                            | false
        {"gesture": true}                                              | true
        {"foreground": true}                                           | false
        {"foreground": false}                                          | true
        {"scopes": ["scope.phoneNumber"]}                              | true
        {"programs": ["food", "other"]}                                | true
        {"programs": ["other"]}                                        | false
        {"recipientsRegistered": true}                                 | true
        {"recipientsAllowed": true}                                    | true
        {"recipientsAllowed": false}                                   | false
        {"all": [{"declared": true}, {"gesture": true}]}               | true
        {"all": [{"declared": true}, {"gesture": false}]}              | false
        {"any": [{"declared": false}, {"gesture": true}]}              | true
        {"any": [{"declared": false}, {"gesture": false}]}             | false
        {"not": {"declared": false}}                                   | true
        {"not": {"declared": true}}                                    | false
        """
    )
    void condition_holdsAsItsFormatSays(String when, boolean holds) {
        var decision = decide(REGISTRY, "{\"id\": \"a\", \"effect\": \"ask\", \"when\": " + when + "}");
        assertThat(decision instanceof AskUser).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '\u0000',
        textBlock = """
        {                                                                          | the policy is not JSON
        {"rules": []}                                                              | `rules` must be a list
        {"rules": [], "more": 1}                                                   | unknown member `more`
        {"rules": [{"id": "a"}]}                                                   | `effect` must be
        {"rules": [7]}                                                             | rule 1 must be an object
        {"rules": [{"id": "a", "effect": "deny", "whem": {"declared": true}}]}     | unknown member `whem`
        {"rules": [{"id": "a b"}]}                                                 | rule 1: `id` must be
        {"rules": [{"id": "a", "effect": "allow", "when": {"declared": true}}]}    | not `allow`
        {"rules": [{"id": "a", "effect": "ask"}]}                                  | an object with one member
        {"rules": [{"id": "a", "effect": "ask", "when": {}}]}                      | an object with one member
        {"rules": [{"id": "a", "effect": "ask", "when": {"declared": "yes"}}]}     | `declared` must be true or false
        {"rules": [{"id": "a", "effect": "ask", "when": {"moon": true}}]}          | unknown condition `moon`
        {"rules": [{"id": "a", "effect": "ask", "when": {"scopes": ["scope.x"]}}]} | unknown scope `scope.x`
        {"rules": [{"id": "a", "effect": "ask", "when": {"programs": [7, "!"]}}]}  | not a program id
        {"rules": [{"id": "a", "effect": "ask", "reason": "NO_GESTURE"}]}          | only a `deny` rule
        {"rules": [{"id": "a", "effect": "deny", "reason": "USER_DENIED"}]}        | `reason` must be one of
        {"rules": [{"id": "a", "effect": "ask", "when": {"not": {"x": 1}}}]}       | unknown condition `x`
        """
    )
    void parse_saysWhatIsWrong(String json, String message) {
        assertThatThrownBy(() -> PolicySet.parse(json))
            .isInstanceOf(PolicyFormatException.class)
            .hasMessageContaining(message);
    }

    @Test
    void parse_refusesTwoRulesWithOneId() {
        assertThatThrownBy(() -> decide(REGISTRY, ASK, ASK)).hasMessageContaining("two rules have the id `ask`");
    }

    private static Decision decide(RecipientRegistry registry, String... rules) {
        var policy = PolicySet.parse("{\"rules\": [" + String.join(",", rules) + "]}");
        return new PolicyDecisionPoint(policy, registry, SETTINGS).decide(request());
    }

    private static AccessRequest request() {
        var program = new ProgramRegistration(new ProgramId("food"), new DeveloperId("acme"), "Food");
        var context = new RequestContext(true, true, false);
        return new AccessRequest(program, new UserId("alice"), ScopeCatalog.PHONE_NUMBER, "", Set.of(GATEWAY), context);
    }
}
