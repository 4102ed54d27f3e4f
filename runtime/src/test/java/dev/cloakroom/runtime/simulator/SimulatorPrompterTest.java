package dev.cloakroom.runtime.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.consent.ConsentRequest;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.scope.Wording;
import dev.cloakroom.runtime.SettableClock;
import dev.cloakroom.runtime.owner.Labels;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatorPrompterTest {

    private final SettableClock clock = new SettableClock();
    private final SimulatorPrompter prompter = new SimulatorPrompter(
        "Lantern Kitchen",
        new Records(new Inspector(clock)),
        clock
    );
    private final List<ObjectNode> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void openPrompter() {
        prompter.open();
        prompter.seen(true);
        prompter.watch(told::add);
    }

    @Test
    void answer_countsForItsOwnPromptAndOnce() {
        var first = ask("one");
        var second = ask("two");

        assertThat(prompter.answer("two", ConsentAnswer.ONCE)).isTrue();
        assertThat(prompter.answer("two", ConsentAnswer.ALLOW)).isFalse();
        assertThat(prompter.answer("three", ConsentAnswer.ALLOW)).isFalse();

        assertThat(second.join()).isEqualTo(ConsentAnswer.ONCE);
        assertThat(first).isNotDone();
        assertThat(types()).containsExactly("consent one", "consent two", "consent-over two");
    }

    @Test
    void newWatcher_hearsOfWhatWaitsUnderTheSameId() {
        var _ = ask("one");
        var _ = ask("two");
        prompter.answer("one", ConsentAnswer.DENY);
        told.clear();

        prompter.watch(told::add);

        assertThat(types()).containsExactly("consent two");
        assertThat(told.getFirst()).hasToString(
            "{\"t\":\"consent\",\"id\":\"two\",\"program\":\"Noodles\",\"developer\":\"Lantern Kitchen\"," +
                "\"scope\":\"scope.phoneNumber\",\"purpose\":\"to call you\"," +
                "\"wording\":{\"en\":\"" +
                ScopeCatalog.PHONE_NUMBER.wording().english() +
                "\",\"zh\":\"" +
                ScopeCatalog.PHONE_NUMBER.wording().chinese() +
                "\"},\"sees\":{\"en\":\"A code in place of your number\",\"zh\":\"代替您手机号的凭证\"},\"lifetime\":{\"en\":\"for ever\",\"zh\":\"永远\"},\"recipients\":[\"SMS gateway\"]}"
        );
    }

    @Test
    void closedTab_dismissesAfterItsTimeAndNotBefore() {
        var waiting = ask("one");
        prompter.seen(false);

        clock.advance(SimulatorPrompter.PATIENCE.minusMillis(1));
        prompter.dismissUnseen();
        assertThat(waiting).isNotDone();

        clock.advance(Duration.ofMillis(1));
        prompter.dismissUnseen();
        assertThat(waiting.join()).isEqualTo(ConsentAnswer.DISMISS);
    }

    @Test
    void tabThatComesBackInTime_keepsThePrompt() {
        var waiting = ask("one");
        prompter.seen(false);
        clock.advance(SimulatorPrompter.PATIENCE.minusSeconds(1));
        prompter.seen(true);

        clock.advance(SimulatorPrompter.PATIENCE);
        prompter.dismissUnseen();

        assertThat(waiting).isNotDone();
    }

    @Test
    void promptThatComesWhileNobodyLooks_waitsItsTimeToo() {
        prompter.seen(false);
        clock.advance(Duration.ofHours(1));
        var waiting = ask("one");

        prompter.dismissUnseen();
        assertThat(waiting).isNotDone();

        clock.advance(SimulatorPrompter.PATIENCE);
        prompter.dismissUnseen();
        assertThat(waiting.join()).isEqualTo(ConsentAnswer.DISMISS);
    }

    @Test
    void close_dismissesWhatWaitsAndWhatComes() {
        var waiting = ask("one");

        prompter.close();

        assertThat(waiting.join()).isEqualTo(ConsentAnswer.DISMISS);
        assertThat(prompter.prompt(request("two"))).isEqualTo(ConsentAnswer.DISMISS);
        assertThat(types()).containsExactly("consent one", "consent-over one");
    }

    @Test
    void tooManyPrompts_areDismissedAtOnce() {
        for (int i = 0; i < 16; i++) {
            var _ = ask("prompt " + i);
        }

        assertThat(prompter.prompt(request("one more"))).isEqualTo(ConsentAnswer.DISMISS);
    }

    @Test
    void prompt_offersTheUsersNamesOfTheirValuesWhereThereAreSeveral() {
        prompter.offering(_ -> new Labels(List.of("", "work"), "work"));
        var _ = ask("one");

        assertThat(told.getFirst().path("labels")).hasToString("[\"\",\"work\"]");
        assertThat(told.getFirst().path("choice").asText()).isEqualTo("work");
    }

    @Test
    void prompt_ofAUserWithOneValue_isThatOfAUserWithNone() {
        prompter.offering(_ -> new Labels(List.of(""), ""));
        var _ = ask("one");
        prompter.offering(_ -> new Labels(List.of(), ""));
        var _ = ask("two");

        assertThat(told.getFirst().without("id").equals(told.getLast().without("id"))).isTrue();
    }

    private CompletableFuture<ConsentAnswer> ask(String id) {
        var answer = new CompletableFuture<ConsentAnswer>();
        Thread.ofVirtual().start(() -> answer.complete(prompter.prompt(request(id))));
        await().until(() -> types().contains("consent " + id));
        return answer;
    }

    private List<String> types() {
        return told
            .stream()
            .map(message -> message.path("t").asText() + " " + message.path("id").asText())
            .toList();
    }

    private static ConsentRequest request(String id) {
        return new ConsentRequest(
            id,
            new UserId("lin"),
            new ProgramId("wx01"),
            "Noodles",
            ScopeCatalog.PHONE_NUMBER,
            "to call you",
            List.of("SMS gateway"),
            Optional.empty(),
            new Wording("for ever", "永远")
        );
    }
}
