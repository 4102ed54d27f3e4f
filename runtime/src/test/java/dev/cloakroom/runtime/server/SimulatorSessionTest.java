package dev.cloakroom.runtime.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.simulator.Outlet;
import dev.cloakroom.runtime.simulator.SimulatorPrompter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program in the simulator, from the tap to the token, and what may come between. */
class SimulatorSessionTest {

    @TempDir
    private static Path folder;

    private static SimulatedShop shop;

    private TestDocument tab;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        shop = new SimulatedShop(folder);
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    @BeforeEach
    void openTab() {
        shop.forgetDenials();
        tab = shop.openTab();
        ObjectNode session = tab.await("session", state -> !state.path("state").asText().equals("starting"));
        if (session.path("state").asText().equals("ended")) {
            tab.send("{`t`: `restart`}");
            tab.awaitState("running");
        }
    }

    @Test
    void firstMessages_areHelloThenTheStateInOrder() {
        TestDocument later = shop.openTab();
        later.await("console", _ -> true);

        List<String> types = later
            .all()
            .stream()
            .map(message -> message.path("t").asText())
            .filter(type -> !type.equals("problem"))
            .distinct()
            .toList();
        assertThat(types).startsWith("hello", "page", "ops", "ui", "session").endsWith("console");
        assertThat(later.heard("hello").getFirst()).hasToString(
            "{\"t\":\"hello\",\"program\":{\"appId\":\"wx01\",\"name\":\"The Shop\"},\"user\":\"lin\"," +
                "\"developer\":\"The Shop\",\"width\":375,\"height\":667}"
        );
        assertThat(later.heard("ops").toString()).contains("color: red", "\"open-type\",\"getPhoneNumber\"");
    }

    @Test
    void allowedConsent_becomesATokenAndTheLedgerFollows() {
        settle();
        int decisions = ledger("decided");
        int tokens = tab.heard("token").size();
        int minted = ledger("minted");
        String id = ask();
        await().until(() -> ledger("decided") > decisions);
        assertThat(tab.heard("token")).hasSize(tokens);

        answer(id, "once");

        await().until(() -> tab.heard("token").size() > tokens);
        tab.awaitText("getPhoneNumber:ok");
        ObjectNode token = tab.heard("token").getLast();
        assertThat(token.path("scope").asText()).isEqualTo("scope.phoneNumber");
        assertThat(token.path("token").asText()).hasSizeGreaterThan(30);
        await().until(() -> ledger("minted") > minted);
        assertThat(tab.all().toString()).doesNotContain(SimulatedShop.PHONE.substring(3));
    }

    @Test
    void unknownForeignAndOldIds_decideNothing() {
        String old = ask();
        answer(old, "deny");
        tab.awaitText("getPhoneNumber:fail user deny");
        String id = ask();
        int tokens = tab.heard("token").size();

        answer(old, "allow");
        answer("guess", "allow");
        answer("", "allow");
        tab.send("{`t`: `consent`, `answer`: `allow`}");
        answer(id, "yes please");
        settle();
        assertThat(idsOf("consent-over")).doesNotContain(id);

        answer(id, "deny");
        awaitOver(id);
        assertThat(tab.heard("token")).hasSize(tokens);
    }

    @Test
    void reloadInTheMiddleOfAConsent_showsTheSamePromptAndEndsIt() {
        String id = ask();
        tab.leave();

        tab = shop.openTab();

        ObjectNode again = tab.await("consent", _ -> true);
        assertThat(again.path("id").asText()).isEqualTo(id);
        assertThat(again.path("purpose").asText()).isEqualTo("to call you");
        assertThat(again.path("recipients").toString()).isEqualTo("[\"SMS gateway\"]");
        answer(id, "deny");
        awaitOver(id);
    }

    @Test
    void newerTab_takesOverAndTheOlderOneDecidesNothing() {
        String id = ask();
        TestDocument older = tab;

        tab = shop.openTab();

        older.awaitState("taken-over");
        assertThat(older.closeCode()).isEqualTo(Outlet.TAKEN_OVER);
        tab.await("consent", message -> message.path("id").asText().equals(id));
        answer(id, "deny");
        awaitOver(id);
    }

    @Test
    void closedTab_dismissesThePromptAfterItsTime() {
        String id = ask();
        tab.leave();

        await().until(() -> {
            shop.clock.advance(SimulatorPrompter.PATIENCE);
            return shop.simulator
                .host()
                .host()
                .api()
                .ledger()
                .entries()
                .getLast()
                .json()
                .contains("\"dismissed\":true");
        });

        tab = shop.openTab();
        tab.awaitState("running");
        answer(id, "allow");
        settle();
        assertThat(tab.heard("consent")).isEmpty();
    }

    @Test
    void killedWorker_endsWithTheReasonAndRestartBeginsAnew() {
        String id = ask();
        tab.tap("hang");

        ObjectNode ended = tab.awaitState("ended");
        assertThat(ended.path("message").asText()).contains(
            "it used more than " + SimulatedShop.TURN.toMillis() + " ms of processor time"
        );
        awaitOver(id);
        TestDocument later = shop.openTab();
        assertThat(later.awaitState("ended").path("message")).isEqualTo(ended.path("message"));

        later.send("{`t`: `restart`}");
        later.awaitState("starting");
        later.awaitState("running");
        tab = shop.openTab();
        tab.awaitState("running");
        answer(id, "allow");
        tab.tap("modal");
        tab.await("ui", ui -> ui.has("dialog"));
        tab.send("{`t`: `modal`, `confirm`: true}");
        tab.awaitText("modal true");
    }

    @Test
    void input_comesInItsPhasesAndKeepsItsMaximum() {
        tab.input("note", "focus", "");
        tab.awaitText("focus ");
        tab.input("note", "input", "chili please");
        tab.awaitText("input chili");
        tab.input("note", "confirm", "chili");
        tab.awaitText("confirm chili");
        tab.input("note", "blur", "chili");
        tab.awaitText("blur chili");
    }

    @Test
    void scroll_reachesAProgramThatListens() {
        tab.send(
            "{`t`: `event`, `page`: 1, `node`: %d, `type`: `scroll`, `detail`: {`scrollTop`: 42}}".formatted(
                tab.node("list")
            )
        );

        tab.awaitText("scrolled 42");
    }

    @Test
    void title_namesItsPage() {
        tab.tap("title");

        ObjectNode ui = tab.await("ui", shown -> shown.path("title").path("title").asText().equals("new title"));
        assertThat(ui.path("title").path("page").asInt()).isEqualTo(1);
    }

    @Test
    void toastAgain_isAnotherOneWithItsDuration() {
        tab.tap("toast");
        ObjectNode first = tab.await("ui", ui -> ui.path("toast").path("title").asText().equals("saved"));
        assertThat(first.path("toast").path("duration").asInt()).isEqualTo(4000);

        tab.tap("toast");

        JsonNode before = first.path("toast").path("number");
        tab.await("ui", ui -> ui.has("toast") && !ui.path("toast").path("number").equals(before));
    }

    @Test
    void pages_openAndCloseInOrder() {
        tab.tap("next");
        ObjectNode opened = tab.await("page", page -> page.path("path").asText().equals("pages/next/next"));
        tab.awaitText("the next page");

        tab.send("{`t`: `back`}");

        tab.await(
            "page",
            page -> page.path("op").asText().equals("close") && page.path("page").equals(opened.path("page"))
        );
    }

    @Test
    void problemOfTheProgram_isShown() {
        tab.tap("throw");

        tab.await("problem", problem -> problem.path("message").asText().contains("broken on purpose"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "",
            "hello",
            "[]",
            "{}",
            "{`t`: 7}",
            "{`t`: `run`, `code`: `1`}",
            "{`t`: `tap`}",
            "{`t`: `tap`, `page`: {}, `node`: []}",
            "{`t`: `tap`, `page`: 1, `node`: 99999999999}",
            "{`t`: `input`, `page`: 1, `node`: 1, `value`: {}, `phase`: 3}",
            "{`t`: `event`, `page`: 1, `node`: 1, `type`: 7, `detail`: `x`}",
            "{`t`: `revoke`, `scope`: `scope.everything`}",
            "{`t`: `modal`}",
            "{`t`: `restart`}",
        }
    )
    void messageThatMakesNoSense_isDropped(String message) {
        tab.send(message);

        tab.tap("modal");
        tab.await("ui", ui -> ui.has("dialog"));
        tab.send("{`t`: `modal`, `confirm`: false}");
        assertThat(tab.isOpen()).isTrue();
        assertThat(tab.heard("session")).hasSize(1);
    }

    @Test
    void tooLongOrBinaryMessage_endsTheConnection() {
        tab.send("{`t`: `" + "x".repeat(SimulatorSocket.MAX_MESSAGE) + "`}");
        assertThat(tab.closeCode()).isEqualTo(1009);

        tab = shop.openTab();
        tab.sendBinary();
        assertThat(tab.closeCode()).isEqualTo(1003);
    }

    @Test
    void tooManyMessages_endTheConnection() throws InterruptedException {
        for (int i = 0; i < 4 * SimulatorSocket.AT_ONCE && tab.isOpen(); i++) {
            // a client that goes on writing to a closed connection does not hear why it was closed
            Thread.sleep(i < SimulatorSocket.AT_ONCE ? 0 : 2);
            tab.trySend("{}");
        }

        assertThat(tab.closeCode()).isEqualTo(Outlet.TOO_MUCH);
    }

    @Test
    void revoke_isInTheLedgerAtOnce() {
        answer(ask(), "allow");
        tab.await("ledger", entry -> entry.path("entry").path("standing").asBoolean());

        tab.send("{`t`: `revoke`, `scope`: `scope.phoneNumber`}");

        tab.await("ledger", entry -> entry.path("entry").path("kind").asText().equals("revoked"));
    }

    private int ledger(String kind) {
        return (int) tab
            .heard("ledger")
            .stream()
            .filter(message -> message.path("entry").path("kind").asText().equals(kind))
            .count();
    }

    private String ask() {
        int before = tab.heard("consent").size();
        tab.tap("ask");
        await().until(() -> tab.heard("consent").size() > before);
        return tab.heard("consent").getLast().path("id").asText();
    }

    private void answer(String id, String answer) {
        tab.send("{`t`: `consent`, `id`: `" + id + "`, `answer`: `" + answer + "`}");
    }

    private void awaitOver(String id) {
        tab.await("consent-over", over -> over.path("id").asText().equals(id));
    }

    /** Waits until the host has read everything that was sent: what the next tap leads to comes after it. */
    private void settle() {
        int before = dialogs();
        tab.tap("modal");
        await().until(() -> dialogs() > before);
        tab.send("{`t`: `modal`, `confirm`: false}");
    }

    private int dialogs() {
        return (int) tab
            .heard("ui")
            .stream()
            .filter(ui -> ui.has("dialog"))
            .count();
    }

    private List<String> idsOf(String type) {
        return tab
            .heard(type)
            .stream()
            .map(message -> message.path("id").asText())
            .toList();
    }
}
