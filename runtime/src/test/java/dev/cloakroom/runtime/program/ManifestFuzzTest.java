package dev.cloakroom.runtime.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cloakroom.runtime.fuzz.Mutations;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.JsonFiles;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ManifestFuzzTest {

    private static final byte[] EMPTY = {};
    private static final ProgramPackage FILES = ProgramPackage.of(
        Map.of("pages/a/a.wxml", EMPTY, "pages/a/a.js", EMPTY, "sub/b.wxml", EMPTY, "sub/b.ts", EMPTY)
    );

    @Tag("fuzz")
    @FuzzTest(maxDuration = "30m")
    void manifest_isReadOrRefusedInPrintableWords(byte[] input) {
        try {
            Manifest manifest = ManifestReader.read("wx1", JsonFiles.read("app.json", input), FILES);
            assertThat(manifest.pages()).allMatch(page -> FILES.has(page + ".wxml"));
        } catch (BadInput refused) {
            assertThat(refused.getMessage()).startsWith("app.json").doesNotContain("\u001b", "\u202e");
        }
    }

    @Test
    void manifest_thatWasChanged_isReadOrRefused() throws Exception {
        Mutations.run(
            this::manifest_isReadOrRefusedInPrintableWords,
            5_000,
            """
            {"pages":["pages/a/a"],"subpackages":[{"root":"sub","pages":["b"]}],"window":{"navigationBarTitleText":"x"}}""",
            """
            {"pages":["pages/a/a"],"permission":{"scope.phoneNumber":{"desc":"why"}},"cloakroom":
            {"requestDomains":["https://a.example"],"recipients":{"scope.phoneNumber":["sms"]}}}""",
            """
            {"pages":["pages/a/a"],"tabBar":{"list":[{"pagePath":"pages/a/a","text":"x"},{"pagePath":"pages/a/a","text":"y"}]},
            "requiredPrivateInfos":["getFuzzyLocation"]}"""
        );
    }
}
