package dev.cloakroom.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.policy.AskUser;
import dev.cloakroom.host.policy.Decision;
import dev.cloakroom.host.policy.Deny;
import dev.cloakroom.host.policy.PolicyDecisionPoint;
import dev.cloakroom.host.policy.PolicySet;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.scope.AliasKind;
import dev.cloakroom.host.scope.Category;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.scope.Recipient;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.settings.PrivacySettings;
import dev.cloakroom.host.vault.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScopeCatalogTest {

    private static final Recipient OFFICE = new Recipient(HostFixture.OFFICE, "Office", Set.copyOf(ScopeCatalog.all()));

    static List<Scope> scopes() {
        return ScopeCatalog.all();
    }

    @Test
    void categories_allHaveScopes() {
        assertThat(ScopeCatalog.all()).extracting(Scope::category).contains(Category.values());
    }

    @Test
    void derivationsAndAliases_allBelongToOneScope() {
        assertThat(ScopeCatalog.all())
            .flatExtracting(Scope::derivations)
            .containsExactlyInAnyOrder(Derivation.values());
        assertThat(ScopeCatalog.all()).flatExtracting(Scope::aliases).containsExactlyInAnyOrder(AliasKind.values());
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void wording_isThereInBothLanguages(Scope scope) {
        for (var wording : Arrays.asList(
            scope.wording(),
            scope.sees(),
            scope.usualPurpose(),
            scope.category().wording()
        )) {
            assertThat(wording.english()).isNotBlank().isASCII();
            assertThat(wording.chinese()).isNotBlank().matches(".*\\p{IsHan}.*");
        }
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void tokens_areForOneUseAndForAValueThatIsThere(Scope scope) {
        assertThat(scope.maxTokenUses()).isEqualTo(1);
        var inbox = scope == ScopeCatalog.SUBSCRIBE_MESSAGE;
        assertThat(Field.of(scope).isPresent() || inbox).isEqualTo(!scope.actions().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void shippedPolicy_asksUnlessItIsOffByDefault(Scope scope) {
        var decision = decide(scope);
        if (scope.category().offByDefault()) {
            assertThat(decision).isInstanceOf(Deny.class);
        } else {
            assertThat(decision).isInstanceOf(AskUser.class);
        }
    }

    private static Decision decide(Scope scope) {
        var settings = new PrivacySettings(new UnsetSettings());
        var registry = RecipientRegistry.of(List.of(OFFICE));
        return new PolicyDecisionPoint(PolicySet.shipped(), registry, settings).decide(
            new AccessRequest(
                HostFixture.FOOD,
                HostFixture.USER,
                scope,
                "because",
                Set.of(OFFICE.id()),
                HostFixture.TAPPED
            )
        );
    }
}
