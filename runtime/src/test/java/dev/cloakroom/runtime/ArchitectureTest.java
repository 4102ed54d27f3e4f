package dev.cloakroom.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.cloakroom.host.vault.OwnerView;
import dev.cloakroom.host.vault.PersonalValue;
import dev.cloakroom.host.vault.Vault;
import org.junit.jupiter.api.Test;

/** Who may know whom, over the host's runtime, the worker and the protocol between them. */
class ArchitectureTest {

    private static final String RUNTIME = "dev.cloakroom.runtime";
    private static final String WORKER = "dev.cloakroom.worker..";
    private static final String PROTOCOL = "dev.cloakroom.protocol..";

    private static final JavaClasses ALL = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("dev.cloakroom");

    @Test
    void rules_lookAtEveryPart() {
        assertThat(ALL)
            .extracting(JavaClass::getPackageName)
            .contains(
                RUNTIME + ".bridge.api",
                "dev.cloakroom.worker.compile",
                "dev.cloakroom.protocol",
                "dev.cloakroom.host.vault"
            );
    }

    @Test
    void worker_isTheOnlyOneThatKnowsTheEngines() {
        noClasses()
            .that()
            .resideOutsideOfPackage(WORKER)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.graalvm..", "com.dylibso..", "com.oracle.truffle..")
            .check(ALL);
    }

    @Test
    void workerAndProtocol_knowNothingOfTheHost() {
        noClasses()
            .that()
            .resideInAnyPackage(WORKER, PROTOCOL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.cloakroom.host..", RUNTIME + "..")
            .check(ALL);
    }

    @Test
    void protocol_knowsNothingButTheJdk() {
        classes()
            .that()
            .resideInAPackage(PROTOCOL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(PROTOCOL, "java..", "org.jspecify..")
            .check(ALL);
    }

    @Test
    void serverAndDev_areTheOnlyOnesThatServeHttp() {
        noClasses()
            .that()
            .resideOutsideOfPackages(named("server"), named("dev"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
            .check(ALL);
    }

    @Test
    void devAndNet_areTheOnlyOnesThatReachTheNetwork() {
        noClasses()
            .that()
            .resideInAPackage(RUNTIME + "..")
            .and()
            .resideOutsideOfPackage(named("dev"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..")
            .check(ALL);
        noClasses()
            .that()
            .resideInAPackage(RUNTIME + "..")
            .and()
            .resideOutsideOfPackage(named("net"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..")
            .check(ALL);
    }

    @Test
    void host_isTheOnlyOneThatNamesAStorageEngine() {
        noClasses()
            .that()
            .resideInAPackage(RUNTIME + "..")
            .and()
            .doNotHaveFullyQualifiedName(Host.class.getName())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.cloakroom.host.storage..", "java.sql..", "org.sqlite..", "com.zaxxer..")
            .check(ALL);
    }

    @Test
    void packages_haveNoCycles() {
        slices()
            .matching(RUNTIME + ".(**)")
            .should()
            .beFreeOfCycles()
            .check(ALL);
    }

    @Test
    void compositionRoot_isKnownToThoseWhoStartAHostOnly() {
        noClasses()
            .that()
            .resideInAPackage(RUNTIME + ".(**)")
            .and()
            .resideOutsideOfPackages(RUNTIME, named("dev"), named("drive"), named("cli"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(RUNTIME)
            .check(ALL);
    }

    @Test
    void apis_knowNeitherTheServerNorWhatStartsIt() {
        noClasses()
            .that()
            .resideInAPackage(named("bridge.api"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(named("server"), named("dev"), named("drive"), named("cli"), named("sandbox"))
            .check(ALL);
    }

    @Test
    void ownerView_isForTheOwnersSurfaceAndTheDriveThatSettlesItsPeopleIn() {
        noClasses()
            .that()
            .resideInAPackage(RUNTIME + "..")
            .and()
            .resideOutsideOfPackages(named("drive"), named("owner"))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(OwnerView.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Vault.class)
            .check(ALL);
    }

    @Test
    void personalValues_areOnTheOwnersSurfaceOnly() {
        noClasses()
            .that()
            .resideInAPackage(RUNTIME + "..")
            .and()
            .resideOutsideOfPackage(named("owner"))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(PersonalValue.class)
            .check(ALL);
    }

    private static String named(String name) {
        return RUNTIME + "." + name;
    }
}
