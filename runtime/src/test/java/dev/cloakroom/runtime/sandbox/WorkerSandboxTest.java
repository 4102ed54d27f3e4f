package dev.cloakroom.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real child processes: what they are told, and how they end. */
class WorkerSandboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Limits STRICT = Limits.DEFAULT.withTurn(Deadline.ofSeconds(600, 2)).withOpen(
        Deadline.ofSeconds(600, 8)
    );

    private final SandboxFactory factory = new SandboxFactory(new Launcher(), STRICT, false);

    @Test
    void sessions_sayWhatTheirProgramDoes() {
        try (Sandbox sandbox = factory.start(program("console.log('hello ' + wx.getStorageSync('name'))"))) {
            var lin = open(sandbox, "lin");
            var wei = open(sandbox, "wei");

            await()
                .atMost(PATIENCE)
                .until(() -> lin.consoleHas("hello lin") && wei.consoleHas("hello wei"));
            assertThat(lin.ended).isNotDone();
        }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "for (;;);",
            "(function f() { Promise.resolve().then(f) })()",
            "setTimeout(() => { for (;;); }, 10)",
            "(3n ** (10n ** 9n)).toString()",
        }
    )
    void programThatDoesNotStop_isKilledAndOthersGoOn(String code) {
        try (Sandbox other = factory.start(program("")); Sandbox runaway = factory.start(program(code))) {
            var bystander = open(other, "wei");
            var victim = open(runaway, "lin");

            WorkerEnd end = runaway.ended().orTimeout(5, TimeUnit.MINUTES).join();

            assertThat(end).isInstanceOf(WorkerEnd.Killed.class);
            assertThat(end.message()).contains(" ms of processor time ");
            assertThat(victim.ended).isCompletedWithValue(end);
            assertThat(bystander.ended).isNotDone();
        }
    }

    @Test
    void honestProgramOnASlowMachine_isNotKilledForTheTimeThatPasses() {
        Limits little = Limits.DEFAULT.withOpen(Deadline.ofSeconds(60, 20)).withTurn(Deadline.ofSeconds(60, 20));
        String code = "const end = Date.now() + 3000; while (Date.now() < end); console.log('done')";
        try (Sandbox sandbox = new SandboxFactory(new Launcher(), little, false).start(program(code))) {
            var session = open(sandbox, "lin");

            await()
                .atMost(PATIENCE)
                .until(() -> session.consoleHas("done"));
            assertThat(session.ended).isNotDone();
        }
    }

    @Test
    void answerThatTheProgramHandles_isATurn() {
        String code = "wx.getSetting({ success() { setTimeout(() => {}, 3600000) } })";
        try (Sandbox sandbox = factory.start(program(code))) {
            var session = open(sandbox, "lin");
            await()
                .atMost(PATIENCE)
                .until(() -> session.calls.get() == 1);

            session.guest.reply(1, true, Json.object().put("errMsg", "getSetting:ok"));

            assertThat(session.guest.idle(Duration.ZERO)).isFalse();
            await()
                .atMost(PATIENCE)
                .until(() -> session.guest.idle(Duration.ZERO));
            assertThat(session.guest.idle(Duration.ofHours(2))).isFalse();
        }
    }

    @Test
    void close_endsTheProcessAndTellsTheSession() {
        Sandbox sandbox = factory.start(program("setInterval(() => console.log('tick'), 10)"));
        var session = open(sandbox, "lin");
        await()
            .atMost(PATIENCE)
            .until(() -> session.consoleHas("tick"));

        sandbox.close();

        assertThat(session.ended).isCompletedWithValue(new WorkerEnd.Closed());
        assertThat(sandbox.ended()).isCompletedWithValue(new WorkerEnd.Closed());
    }

    @Test
    void closedSession_saysNothingMore() throws Exception {
        try (Sandbox sandbox = factory.start(program("setInterval(() => console.log('tick'), 5)"))) {
            var session = open(sandbox, "lin");
            await()
                .atMost(PATIENCE)
                .until(() -> session.consoleHas("tick"));

            session.guest.close();
            int before = session.console.size();
            Thread.sleep(200);

            assertThat(session.console).hasSize(before);
        }
    }

    @Test
    void programThatIsNone_doesNotStart() {
        assertThatThrownBy(() -> factory.start("not a program").close()).isInstanceOf(SandboxFailed.class);
    }

    @Test
    void worker_seesNothingOfTheBroker() {
        assertThat(WorkerClassPath.locate())
            .extracting(path -> path.getFileName().toString())
            .anyMatch(name -> name.startsWith("cloakroom-worker"))
            .anyMatch(name -> name.startsWith("cloakroom-protocol"))
            .noneMatch(
                name -> name.startsWith("cloakroom-host-api") || name.contains("sqlite") || name.contains("jackson")
            );
    }

    @Test
    void compile_answersWithTheCompiledSources() {
        ObjectNode sources = Json.object();
        sources
            .putObject("files")
            .put("pages/a/a.wxml", "<view>{{ x }}</view>")
            .put("pages/a/a.js", "export const x = 1")
            .put("pages/a/bad.wxml", "<view>\n  <text></view>");

        Frame answer = factory.compile(Frame.toWorker(Kind.COMPILE, sources.toString()));

        ObjectNode compiled = Json.parseObject(answer.json()).orElseThrow();
        assertThat(compiled.at("/files/pages~1a~1a.js").asText()).contains("exports");
        assertThat(compiled.path("templates").asText()).contains("pages/a/a");
        assertThat(compiled.at("/problems/0/path").asText()).isEqualTo("pages/a/bad.wxml");
        assertThat(compiled.at("/problems/0/line").asInt()).isEqualTo(2);
    }

    private static String program(String appCode) {
        ObjectNode load = Json.object().put("appId", "test").put("templates", "({})");
        load.putObject("files").put("app.js", "App({}); " + appCode);
        load.putObject("json").putObject("app.json").putArray("pages");
        load.putObject("wxss");
        return load.toString();
    }

    private static Listener open(Sandbox sandbox, String user) {
        ObjectNode body = Json.object();
        body.putObject("launch").put("path", "").put("scene", 1001).putObject("query");
        body.putObject("storage").put("name", user);
        body.putObject("device");
        var listener = new Listener(sandbox.session());
        listener.guest.open(body, listener);
        return listener;
    }

    private static final class Listener implements GuestListener {

        final List<String> console = new CopyOnWriteArrayList<>();
        final AtomicInteger calls = new AtomicInteger();
        final CompletableFuture<WorkerEnd> ended = new CompletableFuture<>();
        final GuestSession guest;

        Listener(GuestSession guest) {
            this.guest = guest;
        }

        @Override
        public void said(Kind kind, ObjectNode body) {
            if (kind == Kind.CALL) {
                calls.incrementAndGet();
            }
            if (kind == Kind.LOG) {
                console.add(body.path("text").asText());
            }
        }

        @Override
        public void ended(WorkerEnd why) {
            ended.complete(why);
        }

        boolean consoleHas(String text) {
            return console.stream().anyMatch(line -> line.contains(text));
        }
    }
}
