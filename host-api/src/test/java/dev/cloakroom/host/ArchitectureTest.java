package dev.cloakroom.host;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.policy.Permit;
import dev.cloakroom.host.proof.DpopProof;
import dev.cloakroom.host.storage.Storage;
import dev.cloakroom.host.token.PresentedToken;
import dev.cloakroom.host.token.VerifiedToken;
import dev.cloakroom.host.vault.PersonalValue;
import dev.cloakroom.host.vault.Vault;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "dev.cloakroom.host";

    /** Each package imports only those before it. */
    private static final List<String> ORDER = List.of(
        "error",
        "transaction",
        "merkle",
        "keys",
        "proof",
        "identity",
        "scope",
        "request",
        "alias",
        "settings",
        "audit",
        "policy",
        "consent",
        "grant",
        "token",
        "vault",
        "redeem",
        "delivery",
        "payment",
        "mail",
        "redeem.action",
        "relay",
        "storage",
        "storage.sql",
        "storage.sqlite",
        "storage.postgres"
    );

    private static final JavaClasses MAIN = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(ROOT);

    @Test
    void packages_importOnlyThoseBeforeThem() {
        for (int i = 0; i < ORDER.size(); i++) {
            var later = ORDER.subList(i + 1, ORDER.size())
                .stream()
                .map(ArchitectureTest::named)
                .toArray(String[]::new);
            noClasses()
                .that()
                .resideInAPackage(named(ORDER.get(i)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(later).or(resideInAPackage(ROOT)))
                .check(MAIN);
        }
    }

    @Test
    void packages_areAllInTheOrder() {
        var known = ORDER.stream()
            .map(ArchitectureTest::named)
            .toArray(String[]::new);
        classes().that().resideOutsideOfPackage(ROOT).should().resideInAnyPackage(known).check(MAIN);
    }

    @Test
    void packages_haveNoCycles() {
        slices()
            .matching(ROOT + ".(**)")
            .should()
            .beFreeOfCycles()
            .check(MAIN);
    }

    @Test
    void storageEngine_isTheOnlyOneThatKnowsSql() {
        noClasses()
            .that()
            .resideOutsideOfPackages(named("storage.sql"), named("storage.sqlite"), named("storage.postgres"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.sql..",
                "javax.sql..",
                "com.zaxxer..",
                "org.flywaydb..",
                "org.sqlite..",
                "org.postgresql.."
            )
            .check(MAIN);
    }

    @Test
    void proof_isTheOnlyOneThatKnowsJose() {
        noClasses()
            .that()
            .resideOutsideOfPackage(named("proof"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.nimbusds..")
            .check(MAIN);
    }

    /** Around an append, they would let the witness hear of a head that is rolled back. */
    @Test
    void storagesOwnTransactions_areWrappedByTheLedgerForEverybodyElse() {
        noClasses()
            .that()
            .resideOutsideOfPackage(named("storage.."))
            .and()
            .doNotHaveFullyQualifiedName(HostApi.class.getName())
            .and()
            .doNotHaveFullyQualifiedName(LedgerInspection.class.getName())
            .should()
            .callMethod(Storage.class, "transactions")
            .check(MAIN);
    }

    @Test
    void noClass_knowsAServerOrAScriptEngine() {
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.graalvm..", "org.eclipse.jetty..", "com.sun.net.httpserver..")
            .check(MAIN);
    }

    @Test
    void open_isCalledByTheRedeemerOnly() {
        onlyCallers("open", resideInAPackage(named("redeem")));
    }

    @Test
    void derive_isCalledByTheDiscloserOnly() {
        onlyCallers("derive", describe("Discloser", type -> type.isEquivalentTo(Discloser.class)));
    }

    @Test
    void ownerView_isCalledByTheDashboardOnly() {
        onlyCallers("ownerView", describe("the dashboard", type -> type.isEquivalentTo(PrivacyDashboard.class)));
    }

    private static void onlyCallers(String door, DescribedPredicate<JavaClass> callers) {
        noClasses()
            .that(DescribedPredicate.not(callers))
            .should()
            .callMethodWhere(
                describe(
                    "the door " + door,
                    call ->
                        call.getTarget().getOwner().isEquivalentTo(Vault.class) &&
                        call.getTarget().getName().equals(door)
                )
            )
            .check(MAIN);
    }

    @Test
    void vault_hasThreeDoors() {
        methods()
            .that()
            .areDeclaredIn(Vault.class)
            .and()
            .areNotPrivate()
            .should()
            .haveNameMatching("open|derive|ownerView")
            .check(MAIN);
    }

    @Test
    void reveal_isCalledByTheVaultAndByActionsOnly() {
        noClasses()
            .that()
            .resideOutsideOfPackages(named("vault"), named("redeem.action"))
            .should()
            .callMethod(PersonalValue.class, "reveal")
            .check(MAIN);
    }

    @Test
    void proofs_areMadeByTheirOwnPackageOnly() {
        constructors()
            .that(
                describe("prove something", (JavaMember constructor) ->
                    constructor
                        .getOwner()
                        .isAssignableTo(
                            describe(
                                "a proof",
                                type ->
                                    type.isEquivalentTo(VerifiedToken.class) ||
                                    type.isEquivalentTo(PresentedToken.class) ||
                                    type.isEquivalentTo(AuthenticatedProgram.class) ||
                                    type.isEquivalentTo(DpopProof.class) ||
                                    type.isEquivalentTo(Permit.class)
                            )
                        )
                )
            )
            .should()
            .bePackagePrivate()
            .check(MAIN);
    }

    private static String named(String name) {
        return ROOT + "." + name;
    }
}
