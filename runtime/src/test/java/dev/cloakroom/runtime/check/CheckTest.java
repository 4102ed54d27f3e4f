package dev.cloakroom.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.drive.MadeUpUsers;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.JsonFiles;
import dev.cloakroom.runtime.net.Replies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program with a page for everything that a check tells. */
class CheckTest {

    private static final Path PROGRAM = Path.of("src", "test", "programs", "check-me");

    @TempDir
    private static Path cache;

    private static CheckReport report;
    private static JsonNode json;

    @BeforeAll
    static void check() throws IOException {
        report = check(Replies.NONE, false, Set.of());
        json = report.toJson();
    }

    private static CheckReport check(Replies replies, boolean strict, Set<String> pages) throws IOException {
        var settings = new Check.Settings(replies, strict, pages);
        var users = new MadeUpUsers(new Random(1)).guest();
        return new Check(PROGRAM, settings, users, HostOptions.defaults(cache), (_, _) -> {}).run();
    }

    private static JsonNode page(JsonNode json, String name) {
        for (JsonNode page : json.path("pages")) {
            if (
                page
                    .path("path")
                    .asText()
                    .equals("pages/" + name + "/" + name)
            ) {
                return page;
            }
        }
        throw new AssertionError(name + " is not in the report");
    }

    private static JsonNode page(String name) {
        return page(json, name);
    }

    private static List<String> problems(JsonNode page) {
        List<String> problems = new ArrayList<>();
        page.path("problems").forEach(problem ->
            problems.add(
                problem.path("at").asText() +
                    " " +
                    problem.path("during").asText() +
                    " " +
                    problem.path("message").asText()
            )
        );
        return problems;
    }

    @Test
    void report_obeysItsSchema() {
        byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(JsonFiles.read("report", text).matching("check").root().path("clean").asBoolean()).isFalse();
    }

    @Test
    void cleanPage_isClean_andAllOnItWasDone() {
        JsonNode page = page("clean");
        assertThat(problems(page)).isEmpty();
        assertThat(page.path("clean").asBoolean()).isTrue();
        // button, two of five entries, question, way on, field
        assertThat(page.at("/handlers/found").asInt()).isEqualTo(6);
        assertThat(page.at("/handlers/done").asInt()).isEqualTo(6);
        assertThat(page.at("/handlers/alike").asInt()).isEqualTo(3);
    }

    @Test
    void pageThatFailsInOnLoad_hasFileAndLine() {
        assertThat(problems(page("load")))
            .singleElement()
            .asString()
            .startsWith("pages/load/load.js:3 open TypeError");
    }

    @Test
    void pageThatFailsWhenTapped_saysWhatWasTapped() {
        assertThat(problems(page("tap")))
            .singleElement()
            .asString()
            .startsWith("pages/tap/tap.js:7 tap view#fail \"fail\" TypeError");
    }

    @Test
    void pageThatFailsAfterAReply_gotAReplyThatSucceeds() {
        JsonNode page = page("reply");
        assertThat(problems(page)).containsExactly("pages/reply/reply.js:6 open Error: after the reply");
        assertThat(page.at("/requests/0/answered").asText()).isEqualTo("generated");
        assertThat(page.path("settled").asBoolean()).isTrue();
    }

    @Test
    void unsupportedApiAndComponent_areNamed() {
        JsonNode page = page("api");
        assertThat(page.path("clean").asBoolean()).isFalse();
        assertThat(page.at("/unsupportedApis/0/name").asText()).isEqualTo("wx.createWorker");
        assertThat(page.at("/unsupportedApis/0/at").asText()).isEqualTo("pages/api/api.js:3");
        assertThat(page.at("/unsupportedComponents/live-player").asInt()).isOne();
    }

    @Test
    void listsOfAReply_areFoundOutFromWhatIsDoneWithThem() {
        JsonNode page = page("lists");
        assertThat(problems(page)).isEmpty();
        assertThat(page.path("settled").asBoolean()).isTrue();
        assertThat(page.path("passes").asInt()).isBetween(2, PageCheck.PASSES);
        assertThat(page.at("/handlers/done").asInt()).as("two entries of the list").isEqualTo(2);
    }

    @Test
    void pageThatIsOpenedFromAnother_hasItsParametersAndThePageBelow() {
        JsonNode page = page("deep");
        assertThat(page.path("url").asText()).isEqualTo("pages/deep/deep?id=1");
        assertThat(problems(page)).isEmpty();
        assertThat(page.at("/handlers/done").asInt()).isOne();
    }

    @Test
    void pageWithoutATemplate_isAProblemOfThatPageOnly() {
        assertThat(problems(page("bare")))
            .singleElement()
            .asString()
            .contains("there is no such file");
        assertThat(page("clean").path("clean").asBoolean()).isTrue();
    }

    @Test
    void declarations_areComparedWithWhatIsUsed() {
        assertThat(json.at("/permissions/unused").toString()).isEqualTo("[\"scope.werun\"]");
        assertThat(json.at("/permissions/undeclared").toString()).isEqualTo("[\"scope.phoneNumber\"]");
        assertThat(json.at("/permissions/unusedPrivateInfos").toString()).isEqualTo("[\"choosePoi\"]");
        assertThat(json.at("/domains/undeclared").toString()).isEqualTo("[\"https://elsewhere.example.com\"]");
        assertThat(json.at("/domains/unused").toString()).isEqualTo("[\"https://unused.example.com\"]");
    }

    @Test
    void overCollection_isWhatNoRequestCarried() {
        assertThat(json.path("overCollection").toString()).isEqualTo("{\"scope.userLocation\":[\"getLocation\"]}");
    }

    @Test
    void givenReplies_answerFirst_andCanBeWhatWasRecorded() throws IOException {
        Path file = Files.writeString(cache.resolve("replies.json"), report.recorded().toString());
        String edited = Files.readString(file).replace("\"total\":1", "\"total\":0");
        Replies replies = Replies.read(Files.writeString(file, edited));

        JsonNode again = check(replies, true, Set.of("pages/reply/reply")).toJson();

        assertThat(problems(page(again, "reply"))).isEmpty();
        assertThat(page(again, "reply").at("/requests/0/answered").asText()).isEqualTo("given");
    }

    @Test
    void strictCheck_refusesWhatItHasNoReplyTo() throws IOException {
        JsonNode strict = check(Replies.NONE, true, Set.of("pages/reply/reply")).toJson();

        assertThat(page(strict, "reply").at("/requests/0/answered").asText()).isEqualTo("refused");
        assertThat(problems(page(strict, "reply")))
            .singleElement()
            .asString()
            .contains("no answer to this request");
    }

    @Test
    void pageThatIsNone_isBadInput() {
        assertThatThrownBy(() -> check(Replies.NONE, false, Set.of("pages/no/no")))
            .isInstanceOf(BadInput.class)
            .hasMessage("pages/no/no: is no page of the program");
    }
}
