package dev.cloakroom.runtime.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.runtime.input.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramLoaderTest {

    @TempDir
    Path dir;

    private ProgramDirectory program;

    @BeforeEach
    void writeProgram() throws IOException {
        program = new ProgramDirectory(dir.resolve("program"));
    }

    @Test
    void load_readsManifest() throws Exception {
        program.write(
            "app.json",
            """
            {
              "pages": ["pages/menu/menu"],
              "subPackages": [{"root": "/pages/order/", "pages": ["order"]}],
              "window": {"navigationBarTitleText": "Kitchen"},
              "tabBar": {"list": [{"pagePath": "pages/menu/menu", "text": "Menu"}]},
              "permission": {"scope.phoneNumber": {"desc": "To text you"}},
              "requiredPrivateInfos": ["getLocation", "chooseAddress"],
              "cloakroom": {
                "requestDomains": ["https://API.example.com:443", "http://localhost:8080"],
                "recipients": {"scope.phoneNumber": ["sms-gateway"]}
              },
              "sitemapLocation": "sitemap.json"
            }"""
        );

        Manifest manifest = program.load().manifest();

        assertThat(manifest.appId()).isEqualTo("wx01");
        assertThat(manifest.entryPage()).isEqualTo("pages/menu/menu");
        assertThat(manifest.pages()).containsExactly("pages/menu/menu", "pages/order/order");
        assertThat(manifest.tabs()).containsExactly("pages/menu/menu");
        assertThat(manifest.window().path("navigationBarTitleText").asText()).isEqualTo("Kitchen");
        assertThat(manifest.reasons()).containsEntry("scope.phoneNumber", "To text you");
        assertThat(manifest.privateInfos()).containsExactly("getLocation", "chooseAddress");
        assertThat(manifest.requestDomains()).containsExactly("https://api.example.com", "http://localhost:8080");
        assertThat(manifest.recipients()).containsEntry("scope.phoneNumber", List.of("sms-gateway"));
    }

    @Test
    void load_readsConfigurationsBesideTemplatesAndNoOtherJson() throws Exception {
        program.write("pages/menu/menu.json", "{\"usingComponents\": {}}").write("data/tsconfig.json", "{ // not JSON");

        assertThat(program.load().json()).containsOnlyKeys("app.json", "pages/menu/menu.json");
    }

    @Test
    void load_readsTheFolderThatTheProjectNames() throws Exception {
        Path project = Files.createDirectory(dir.resolve("project"));
        Files.move(dir.resolve("program"), project.resolve("mini"));
        Files.writeString(
            project.resolve("project.config.json"),
            "{\"appid\": \"wx02\", \"miniprogramRoot\": \"./mini/\"}"
        );

        assertThat(ProgramLoader.load(project).files().has("pages/menu/menu.js")).isTrue();
    }

    @Test
    void load_refusesWhatIsNoDirectory() {
        Path file = dir.resolve("program/app.js");

        assertThatThrownBy(() -> ProgramLoader.load(file)).hasMessage(
            file + ": is no directory: name the one that holds `app.json`"
        );
    }

    @Test
    void programWithoutProjectConfig_isATourist() throws IOException {
        program.delete("project.config.json");

        assertThat(ProgramLoader.load(program.path).manifest().appId()).isEqualTo("touristappid");
    }

    @Test
    void load_refusesProjectWithoutAppId() throws Exception {
        program.write("project.config.json", "{\"appid\": \"../x\"}");

        assertRefused("project.config.json:1:1: `appid` must be 1 to 64 letters, digits, `-` and `_`");
    }

    @Test
    void load_refusesRootOutside() throws Exception {
        program.write("project.config.json", "{\"appid\": \"wx01\",\n \"miniprogramRoot\": \"../x\"}");

        assertRefused("project.config.json:2:2: `miniprogramRoot` must be a relative path without `..`");
    }

    @Test
    void load_refusesRootThatIsALink() throws Exception {
        Files.createSymbolicLink(program.path.resolve("mini"), dir);
        program.write("project.config.json", "{\"appid\": \"wx01\",\n \"miniprogramRoot\": \"mini\"}");

        assertRefused("project.config.json:2:2: `miniprogramRoot` must be a folder beside this file");
    }

    @Test
    void load_refusesMissingApp() throws Exception {
        program.delete("app.json");

        assertRefused("app.json: is missing: create it in the program's folder, or set `miniprogramRoot`");
    }

    @Test
    void load_refusesMalformedApp() throws Exception {
        program.write("app.json", "{\n  \"pages\": [\n}");

        assertThatThrownBy(program::load)
            .isInstanceOf(BadInput.class)
            .hasMessageStartingWith("app.json:3:1: is not valid JSON: ");
    }

    @Test
    void load_refusesAppAgainstTheSchema() throws Exception {
        program.write("app.json", "{\n  \"pages\": []\n}");

        assertRefused("app.json:2:3: `pages` must not be empty");
    }

    @Test
    void load_refusesPathOfPageThatLeavesTheProgram() throws Exception {
        program.write("app.json", "{\"pages\": [\"pages/../../x\"]}");

        assertRefused(
            "app.json:1:12: `pages[0]` must be a path such as `pages/menu/menu`, without a leading slash, `..` or a suffix"
        );
    }

    @Test
    void load_refusesPageListedTwice() throws Exception {
        program.write("app.json", "{\"pages\": [\"pages/menu/menu\",\n\"pages/menu/menu\"]}");

        assertRefused("app.json:2:1: the page `pages/menu/menu` is listed twice: remove one");
    }

    @Test
    void load_warnsOfPageWithoutTemplate() throws Exception {
        program.delete("pages/order/order.wxml");

        assertThat(program.load().warnings()).containsExactly(
            "pages/order/order.wxml: there is no such file: the page is empty"
        );
    }

    @Test
    void load_refusesPageWithoutCode() throws Exception {
        program.delete("pages/order/order.ts");

        assertRefused(
            "app.json:2:32: the page `pages/order/order` has no `pages/order/order.js`: create it or remove the page"
        );
    }

    @Test
    void load_refusesTabThatIsNoPage() throws Exception {
        app("\"tabBar\": {\"list\": [{\"pagePath\": \"pages/x/x\"}]}");

        assertRefused("app.json:2:22: the tab's page `pages/x/x` is not listed in `pages`: add it there");
    }

    @Test
    void load_refusesPermissionWithoutReason() throws Exception {
        app("\"permission\": {\"scope.phoneNumber\": {\"desc\": \" \"}}");

        assertRefused(
            "app.json:2:38: `permission[\"scope.phoneNumber\"].desc` must say why the program asks, for the user to read"
        );
    }

    @Test
    void load_refusesRecipientOfScopeWithoutReason() throws Exception {
        app("\"cloakroom\": {\"recipients\": {\"scope.phoneNumber\": [\"sms-gateway\"]}}");

        assertRefused("app.json:2:30: say in `permission` why the program asks for `scope.phoneNumber`");
    }

    @Test
    void load_refusesBothKindsOfLocation() throws Exception {
        app("\"requiredPrivateInfos\": [\"getFuzzyLocation\", \"getLocation\"]");

        assertRefused("app.json:2:1: `getFuzzyLocation` excludes the precise location APIs: keep one kind");
    }

    @Test
    void load_refusesDomainThatIsNoSafeOrigin() throws Exception {
        for (String domain : List.of(
            "http://api.example.com",
            "https://api.example.com/",
            "https://api.example.com?x",
            "https://user@api.example.com",
            "https://*.example.com",
            "http://localhost.evil.example",
            "ftp://localhost",
            "api.example.com",
            "https://",
            "https://a.example:99999",
            "https://a.example#b"
        )) {
            app("\"cloakroom\": {\"requestDomains\": [\"" + domain + "\"]}");

            assertRefused(
                "app.json:2:34: `" +
                    domain +
                    "` must be an origin such as `https://api.example.com`; `http` only on loopback"
            );
        }
    }

    @Test
    void load_refusesMalformedPageConfiguration() throws Exception {
        program.write("pages/menu/menu.json", "\n[]");

        assertRefused("pages/menu/menu.json:2:1: the whole must be an object");
    }

    @Test
    void load_refusesSymbolicLink() throws Exception {
        Path secret = Files.writeString(dir.resolve("secret"), "x");
        Files.createSymbolicLink(program.path.resolve("images"), secret);

        assertRefused("images: is a symbolic link: put the file itself there");
    }

    @Test
    void load_refusesLinkToFolder() throws Exception {
        Files.createSymbolicLink(program.path.resolve("images"), dir);

        assertRefused("images: is a symbolic link: put the file itself there");
    }

    @Test
    void load_refusesOddName() throws Exception {
        program.write("a\\b.js", "");

        assertRefused("a\\b.js: a path must be UTF-8 without backslash and control characters: rename it");
    }

    @Test
    void load_refusesLargeFile() throws Exception {
        program.write("big.bin", new byte[ProgramPackage.MAX_FILE_BYTES + 1]);

        assertRefused("big.bin: is larger than 4 MB: make it smaller or add it to `packOptions.ignore`");
    }

    @Test
    void load_refusesLargePackage() throws Exception {
        for (int i = 0; i < 5; i++) {
            program.write(i + ".bin", new byte[ProgramPackage.MAX_FILE_BYTES]);
        }

        assertRefused("the package: has more than 20 MB or 10000 files: extend `packOptions.ignore`");
    }

    @Test
    void load_refusesTooManyFiles() throws Exception {
        for (int i = 0; i < ProgramPackage.MAX_FILES; i++) {
            program.write("n/" + i, "");
        }

        assertRefused("the package: has more than 20 MB or 10000 files: extend `packOptions.ignore`");
    }

    private void app(String members) throws IOException {
        program.write("app.json", "{\"pages\": [\"pages/menu/menu\"],\n" + members + "}");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(program::load).isInstanceOf(BadInput.class).hasMessage(message);
    }
}
