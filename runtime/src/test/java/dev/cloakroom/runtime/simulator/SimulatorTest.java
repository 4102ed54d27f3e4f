package dev.cloakroom.runtime.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.consent.ConsentRequest;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.scope.Wording;
import dev.cloakroom.runtime.SettableClock;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.owner.Labels;
import dev.cloakroom.runtime.owner.PrivacyDesk;
import dev.cloakroom.runtime.program.ProgramPackage;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.session.UserSession;
import dev.cloakroom.runtime.view.InitialRender;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which document counts, and what a program that does not start leads to. */
class SimulatorTest {

    private static final String ALLOW = "{\"t\": \"consent\", \"id\": \"one\", \"answer\": \"allow\"}";
    private static final String DENY = "{\"t\": \"consent\", \"id\": \"one\", \"answer\": \"deny\"}";

    private static final SimulatedProgram.About ABOUT = new SimulatedProgram.About(
        "wx01",
        "Noodles",
        "lin",
        "The Shop"
    );

    private final SettableClock clock = new SettableClock();
    private final Inspector inspector = new Inspector(clock);
    private final Records records = new Records(inspector);
    private final SimulatorPrompter prompter = new SimulatorPrompter("The Shop", records, clock);
    private final Simulator simulator = simulatorOf(new BadInput("app.json", "is not in order"));

    /** A document that takes everything. */
    private static final class Document implements Outlet {

        final List<String> heard = new CopyOnWriteArrayList<>();
        final List<Integer> closes = new CopyOnWriteArrayList<>();

        @Override
        public void send(String message, Runnable over) {
            heard.add(message);
            over.run();
        }

        @Override
        public void close(int code, String reason) {
            closes.add(code);
        }
    }

    /** Shows something at first, and then fails when it is told to. */
    private record SlowProgram(
        InitialRender initial,
        CompletableFuture<UserSession> session
    ) implements SimulatedProgram {
        @Override
        public About about() {
            return ABOUT;
        }

        @Override
        public ProgramPackage files() {
            return ProgramPackage.of(Map.of());
        }

        @Override
        public UserSession open(String url, Consumer<InitialRender> atOnce) {
            atOnce.accept(initial);
            try {
                return session.join();
            } catch (CompletionException e) {
                throw new BadInput("app.json", "is not in order");
            }
        }

        @Override
        public PrivacyDesk privacy() {
            throw new IllegalStateException("nobody has any data");
        }

        @Override
        public Optional<String> painted(String placeholder) {
            return Optional.of("a painting of " + placeholder);
        }

        @Override
        public Labels labels(Scope scope) {
            return new Labels(List.of(), "");
        }

        @Override
        public Optional<String> number(String token) {
            return Optional.empty();
        }

        @Override
        public void revoke(Scope scope) {
            throw new IllegalStateException("nobody allowed anything");
        }
    }

    private record BrokenProgram(RuntimeException trouble) implements SimulatedProgram {
        @Override
        public About about() {
            return ABOUT;
        }

        @Override
        public ProgramPackage files() {
            return ProgramPackage.of(Map.of());
        }

        @Override
        public UserSession open(String url, Consumer<InitialRender> atOnce) {
            throw trouble;
        }

        @Override
        public PrivacyDesk privacy() {
            throw new IllegalStateException("nobody has any data");
        }

        @Override
        public Optional<String> painted(String placeholder) {
            return Optional.of("a painting of " + placeholder);
        }

        @Override
        public Labels labels(Scope scope) {
            return new Labels(List.of(), "");
        }

        @Override
        public Optional<String> number(String token) {
            return Optional.empty();
        }

        @Override
        public void revoke(Scope scope) {
            throw new IllegalStateException("nobody allowed anything");
        }
    }

    @Test
    void documentThatWasSentAway_decidesNothingWhileItsConnectionLasts() {
        Document older = new Document();
        Document newer = new Document();
        prompter.open();
        simulator.connect(older);
        simulator.connect(newer);
        var answer = ask();

        simulator.receive(older, ALLOW);
        assertThat(answer).isNotDone();
        assertThat(older.heard).noneMatch(message -> message.contains("\"consent\""));
        assertThat(older.closes).containsExactly(Outlet.TAKEN_OVER);

        simulator.receive(newer, DENY);
        assertThat(answer.join()).isEqualTo(ConsentAnswer.DENY);
    }

    @Test
    void olderDocumentThatLeavesLate_doesNotCountAsTheNewerOneLeaving() {
        Document older = new Document();
        prompter.open();
        simulator.connect(older);
        simulator.connect(new Document());
        var answer = ask();

        simulator.disconnect(older);
        clock.advance(SimulatorPrompter.PATIENCE);
        simulator.tick();

        assertThat(answer).isNotDone();
    }

    @Test
    void programThatDoesNotStart_endsWithTheReason() {
        Document document = new Document();
        simulator.connect(document);

        simulator.start();

        await().until(() -> document.heard.getLast().contains("app.json: is not in order"));
        assertThat(document.heard.getLast()).contains("\"ended\"");
        assertThat(prompter.prompt(request())).isEqualTo(ConsentAnswer.DISMISS);
    }

    @Test
    void startThatBreaksInside_endsWithoutTellingHow() {
        Document document = new Document();
        Simulator broken = simulatorOf(new IllegalStateException("the database is gone"));
        broken.connect(document);

        broken.start();

        await().until(() -> document.heard.getLast().contains("\"ended\""));
        assertThat(document.heard.getLast()).contains("something broke inside").doesNotContain("database");
    }

    @Test
    void whatThePageShowsAtFirst_isThereUntilTheProgramFails() throws GuestMisbehaved {
        var program = new SlowProgram(initial(), new CompletableFuture<>());
        var slow = new Simulator(program, prompter, inspector, records);
        var first = new Document();
        slow.connect(first);

        slow.start();

        await().until(() -> first.heard.getLast().contains("\"show\""));
        assertThat(initialMessages(first)).hasSize(3);
        assertThat(first.heard)
            .element(first.heard.size() - 4)
            .asString()
            .contains("\"starting\"");
        var second = new Document();
        slow.connect(second);
        assertThat(initialMessages(second)).isEqualTo(initialMessages(first));
        slow.receive(second, "{\"t\": \"tap\", \"page\": 0, \"node\": 1}");

        program.session.completeExceptionally(new IllegalStateException());

        await().until(() -> second.heard.getLast().contains("\"ended\""));
        var third = new Document();
        slow.connect(third);
        assertThat(initialMessages(third)).isEmpty();
    }

    @Test
    void close_dismissesPromptsAndSendsTheDocumentAway() {
        Document document = new Document();
        prompter.open();
        simulator.connect(document);
        var answer = ask();

        simulator.close();
        simulator.start();

        assertThat(answer.join()).isEqualTo(ConsentAnswer.DISMISS);
        assertThat(document.closes).containsExactly(Outlet.GOING_AWAY);
    }

    private static InitialRender initial() throws GuestMisbehaved {
        String page = "{\"path\": \"pages/a/a\", \"ops\": [[\"c\", 1, \"root\", \"\"]]}";
        return InitialRender.read(Json.parseObject(page).orElseThrow(), "pages/a/a", Limits.DEFAULT);
    }

    private static List<String> initialMessages(Document document) {
        return document.heard
            .stream()
            .filter(message -> message.contains("\"page\":0"))
            .toList();
    }

    private Simulator simulatorOf(RuntimeException trouble) {
        return new Simulator(new BrokenProgram(trouble), prompter, inspector, records);
    }

    private CompletableFuture<ConsentAnswer> ask() {
        var answer = new CompletableFuture<ConsentAnswer>();
        Document watching = new Document();
        prompter.watch(message -> watching.heard.add(message.toString()));
        Thread.ofVirtual().start(() -> answer.complete(prompter.prompt(request())));
        await().until(() -> !watching.heard.isEmpty());
        return answer;
    }

    private static ConsentRequest request() {
        return new ConsentRequest(
            "one",
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
