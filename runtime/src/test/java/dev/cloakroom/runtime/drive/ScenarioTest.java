package dev.cloakroom.runtime.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.runtime.dev.Received;
import dev.cloakroom.runtime.input.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioTest {

    private static final Users USERS = new Users(List.of(user("lin"), user("mei")));

    @TempDir
    private Path folder;

    private static UserProfile user(String id) {
        return new UserProfile(id, null, null, null, null);
    }

    private Scenario read(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("order.json"), json.replace('`', '"'));
        return Scenario.read(file, USERS);
    }

    private List<Step> steps(String steps) throws IOException {
        return read("{`steps`: [" + steps + "]}").steps();
    }

    @Test
    void read_everyVerb_becomesItsRecord() throws IOException {
        List<Step> steps = steps(
            """
            {`open`: ``}, {`tap`: `#a`}, {`input`: `#b`, `text`: `hi`}, {`wait`: `idle`}, {`wait`: {`page`: `p/q`}},
            {`consent`: `once`}, {`modal`: `cancel`}, {`expect`: {`selector`: `.x`, `text`: `y`, `count`: 2}},
            {`expect`: {`sms`: 1, `received`: {`mail`: 0}, `prompts`: 0}}, {`revoke`: `scope.phoneNumber`}, {`advance`: `PT10M`}, {`back`: true},
            {`uninstall`: true}, {`close`: true}
            """
        );
        assertThat(steps)
            .extracting(Step::verb)
            .containsExactly(
                "open",
                "tap",
                "input",
                "wait",
                "wait",
                "consent",
                "modal",
                "expect",
                "expect",
                "revoke",
                "advance",
                "back",
                "uninstall",
                "close"
            );
        assertThat(steps.get(2)).isInstanceOfSatisfying(Step.Input.class, step ->
            assertThat(step.text()).isEqualTo("hi")
        );
        assertThat(steps.get(3)).isInstanceOf(Step.WaitIdle.class);
        assertThat(steps.get(4)).isInstanceOfSatisfying(Step.Wait.class, step ->
            assertThat(step.condition()).isEqualTo(new Step.Condition(null, null, "p/q"))
        );
        assertThat(steps.get(5)).isInstanceOfSatisfying(Step.Consent.class, step ->
            assertThat(step.answer()).isEqualTo(Step.Answer.ONCE)
        );
        assertThat(steps.get(6)).isInstanceOfSatisfying(Step.Modal.class, step -> assertThat(step.confirm()).isFalse());
        assertThat(steps.get(7)).isInstanceOfSatisfying(Step.Expect.class, step ->
            assertThat(step.count()).isEqualTo(2)
        );
        assertThat(steps.get(8)).isInstanceOfSatisfying(Step.Expect.class, step -> {
            assertThat(step.condition().isEmpty()).isTrue();
            assertThat(step.received()).isEqualTo(Map.of(Received.Kind.SMS, 1, Received.Kind.MAIL, 0));
            assertThat(step.prompts()).isZero();
        });
        assertThat(steps.get(10)).isInstanceOfSatisfying(Step.Advance.class, step ->
            assertThat(step.by()).isEqualTo(Duration.ofMinutes(10))
        );
    }

    @Test
    void read_heads_haveIndexLineUserAndTimeout() throws IOException {
        List<Step> steps = read(
            "{`title`: `t`, `user`: `mei`, `steps`: [\n{`open`: ``},{`open`: ``, `user`: `lin`},\n{`tap`: `#a`, `user`: `lin`, `timeoutMs`: 5}]}"
        ).steps();
        assertThat(steps.get(0).head()).isEqualTo(
            new Step.Head(1, folder.resolve("order.json") + ":2", "mei", Duration.ofSeconds(10))
        );
        assertThat(steps.get(2).head()).isEqualTo(
            new Step.Head(3, folder.resolve("order.json") + ":3", "lin", Duration.ofMillis(5))
        );
        assertThat(steps.get(2).message("no node matches")).endsWith("order.json:3: step 3 `tap`: no node matches");
    }

    @Test
    void read_withoutUserAndTitle_takesTheFirstUserAndTheFileName() throws IOException {
        Scenario scenario = read("{`steps`: [{`open`: ``}]}");
        assertThat(scenario.title()).isEqualTo("order.json");
        assertThat(scenario.steps().getFirst().head().user()).isEqualTo("lin");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '\'',
        textBlock = """
        {`tpa`: `#a`}                                      | order.json:1:13: step 1 has the unknown verb `tpa`: did you mean `tap`? verbs are `open`, `tap`, `input`, `wait`
        {`Expect`: {`sms`: 1}}                             | did you mean `expect`?
        {`scroll`: 3}                                      | step 1 has the unknown verb `scroll`: verbs are `open`
        {`user`: `lin`}                                    | order.json:1:12: step 1 must have exactly one verb of `open`
        {`tap`: `#a`, `open`: ``}                          | step 1 must have exactly one verb
        {`open`: ``}, 5                                    | step 2 must be an object with one verb
        {`tap`: `#a`, `user`: `ann`}                       | order.json:1:26: `ann` is none of the users `lin`, `mei`
        {`tap`: `view[`}                                   | order.json:1:13: `view[` is not a CSS selector
        {`tap`: 5}                                         | `steps[0].tap` must be a text
        {`input`: `#a`}                                    | `steps[0].input` stands alone
        {`tap`: `#a`, `text`: `b`}                         | `steps[0].text` stands alone
        {`consent`: `yes`}                                 | `steps[0].consent` must be one of `allow`, `week`, `session`, `once`, `deny`, `dismiss`
        {`modal`: `ok`}                                    | must be one of `confirm`, `cancel`
        {`wait`: `done`}                                   | `steps[0].wait` must be `idle`
        {`wait`: {}}                                       | `steps[0].wait` must not be empty
        {`wait`: {`txt`: `a`}}                             | `steps[0].wait.txt` is not known here, known are `selector`, `text`, `page`
        {`expect`: {}}                                     | `steps[0].expect` must not be empty
        {`expect`: {`absent`: true}}                       | `absent` needs a `selector`, `text` or `page` and no `count`
        {`expect`: {`count`: 2}}                           | `steps[0].expect.count` needs a `selector`
        {`expect`: {`received`: {}}}                       | steps[0].expect.received
        {`expect`: {`received`: {`fax`: 1}}}               | fax
        {`expect`: {`sms`: -1}}                            | steps[0].expect.sms
        {`expect`: {`sms`: 1.5}}                           | must be a whole number
        {`revoke`: `phone`}                                | must be a scope such as `scope.phoneNumber`
        {`advance`: `10 minutes`}                          | must be an ISO 8601 duration such as `PT10M` or `P30D`
        {`advance`: `P99999999999999999999D`}              | must be at most 36500 days
        {`advance`: `P`}                                   | must be an ISO 8601 duration
        {`advance`: `PT`}                                  | must be an ISO 8601 duration
        {`back`: false}                                    | `steps[0].back` must be `true`
        {`tap`: `#a`, `timeoutMs`: 0}                      | steps[0].timeoutMs
        """
    )
    void read_wrongStep_isRefusedWithThePlace(String steps, String message) {
        assertThatThrownBy(() -> steps(steps))
            .isInstanceOf(BadInput.class)
            .hasMessageContaining(message)
            .hasMessageContaining("order.json:1:");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '\'',
        textBlock = """
        {}                                      | `steps` is missing
        {`steps`: []}                           | `steps` must not be empty
        {`steps`: 5}                            | `steps` must be a list
        []                                      | the whole must be an object
        {`steps`: [{`open`: ``}], `name`: `x`}  | `name` is not known here
        {`steps`: [{`open`: ``}], `user`: `x`}  | `x` is none of the users
        {`steps`: [                             | is not valid JSON
        """
    )
    void read_wrongDocument_isRefused(String json, String message) {
        assertThatThrownBy(() -> read(json))
            .isInstanceOf(BadInput.class)
            .hasMessageContaining(message);
    }

    @Test
    void read_missingFile_isRefused() {
        assertThatThrownBy(() -> Scenario.read(folder.resolve("none.json"), USERS))
            .isInstanceOf(BadInput.class)
            .hasMessageContaining("none.json: there is no such file");
    }
}
