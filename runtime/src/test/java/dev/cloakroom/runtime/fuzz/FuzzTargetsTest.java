package dev.cloakroom.runtime.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Jazzer fuzzes the first target of a JVM and passes the others by without a word: each needs a class of its own. */
class FuzzTargetsTest {

    private static final int TARGETS = 9;

    @Test
    void fuzzTarget_isAloneInItsClass() {
        var classes = new ClassFileImporter().importPackages("dev.cloakroom.runtime");
        var targets = classes
            .stream()
            .filter(each -> targets(each) > 0)
            .toList();
        assertThat(targets)
            .hasSizeGreaterThanOrEqualTo(TARGETS)
            .allMatch(each -> targets(each) == 1)
            .allMatch(each -> each.getSimpleName().endsWith("FuzzTest"));
    }

    private static long targets(JavaClass each) {
        return each
            .getMethods()
            .stream()
            .filter(method -> method.isAnnotatedWith(FuzzTest.class))
            .count();
    }
}
