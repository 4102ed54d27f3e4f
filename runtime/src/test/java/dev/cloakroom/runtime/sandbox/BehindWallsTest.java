package dev.cloakroom.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.FrameReader;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a program may do goes on behind all walls, although nothing can be opened there any more. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "there are no walls elsewhere")
class BehindWallsTest {

    private static final int USERS = 4;
    private static final int LONGER_THAN_A_PIPE = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Limits PATIENT = Limits.DEFAULT.withTurn(new Deadline(PATIENCE, PATIENCE));

    private static final String PROGRAM = """
    App({})
    const seen = []
    function use() {
      for (const locale of ['hi', 'ko', 'he', 'is', 'vi', 'ar-EG', 'pt-BR', 'zu']) {
        seen.push(new Date(864e5).toLocaleDateString(locale, { dateStyle: 'full', timeZone: 'Europe/Oslo' }))
        seen.push(new Intl.NumberFormat(locale, { style: 'currency', currency: 'KRW' }).format(1234.5))
        seen.push(new Intl.DisplayNames(locale, { type: 'language' }).of('fi'), 'x'.localeCompare('y', locale))
      }
      seen.push(new Date().toString(), '\\u1e9b\\u0323'.normalize('NFKC'), /\\p{Script=Thai}/u.test('x'))
      let sum = 0
      for (let i = 0; i < 1e5; i++) sum += i % 7
      for (let i = 0; i < 60; i++) seen.push(new Array(20000).fill(sum).length)
    }
    let rounds = 0
    const timer = setInterval(() => {
      try { use() } catch (e) { console.log(String(e)) }
      if (++rounds === 3) { clearInterval(timer); Promise.resolve(seen.length).then((n) => console.log('saw ' + n)) }
    }, 1)
    """;

    @Test
    void sessionsOfAProgram_useLocalesTimersMemoryAndThreads() {
        var factory = new SandboxFactory(new Launcher(), PATIENT, true);
        try (Sandbox sandbox = factory.start(program(PROGRAM))) {
            List<Heard> users = Stream.generate(() -> open(sandbox))
                .limit(USERS)
                .toList();

            await()
                .atMost(PATIENCE)
                .until(() -> users.stream().allMatch(user -> !user.said.isEmpty()));

            assertThat(users).allSatisfy(user -> assertThat(user.said).containsExactly("saw 285"));
            assertThat(sandbox.ended()).isNotDone();
        }
    }

    @Test
    void programThatComputesMuch_isBehindTheWallsToo() {
        var factory = new SandboxFactory(new Launcher(), PATIENT, true);
        String program = program(
            "App({})\nlet sum = 0\nfor (let i = 0; i < 2000000; i++) sum += i % 7\nconsole.log('sum ' + sum)"
        );
        try (Sandbox sandbox = factory.compute(program)) {
            Heard user = open(sandbox);

            await()
                .atMost(PATIENCE)
                .until(() -> !user.said.isEmpty());

            assertThat(user.said).containsExactly("sum 5999995");
        }
    }

    @Test
    void frameThatDoesNotFitIntoAPipe_isTaken() {
        var factory = new SandboxFactory(new Launcher(), PATIENT, true);
        String program = program("App({})\nconsole.log('read ' + '" + "x".repeat(LONGER_THAN_A_PIPE) + "'.length)");
        try (Sandbox sandbox = factory.start(program)) {
            Heard user = open(sandbox);

            await()
                .atMost(PATIENCE)
                .until(() -> !user.said.isEmpty());

            assertThat(user.said).containsExactly("read " + LONGER_THAN_A_PIPE);
        }
    }

    @Test
    void moduleThatIsNotThere_isRefusedInWords() {
        var factory = new SandboxFactory(new Launcher(), PATIENT, true);
        String program = program("App({})\nimport('/etc/hostname').catch((e) => console.log('caught ' + e.name))");
        try (Sandbox sandbox = factory.start(program)) {
            Heard user = open(sandbox);

            await()
                .atMost(PATIENCE)
                .until(() -> !user.said.isEmpty());

            assertThat(user.said).containsExactly("caught Error");
        }
    }

    @Test
    void endOfItsInput_endsTheWorkerCleanly() throws Exception {
        ProcessStarter.Started worker = new Launcher().start(Launcher.Mode.RUN, Limits.DEFAULT);
        try (var out = worker.process().getOutputStream()) {
            var in = new FrameReader(worker.process().getInputStream(), Kind.Sender.WORKER, 1 << 20);
            assertThat(in.read())
                .extracting(frame -> frame.kind())
                .isEqualTo(Kind.READY);
            out.close();

            assertThat(worker.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(worker.process().exitValue()).isZero();
        } finally {
            worker.process().destroyForcibly();
            Folders.delete(worker.folder());
        }
    }

    private static Heard open(Sandbox sandbox) {
        ObjectNode body = Json.object();
        body.putObject("launch").put("path", "").put("scene", 1001).putObject("query");
        body.putObject("storage");
        body.putObject("device");
        var heard = new Heard(new ConcurrentLinkedQueue<>());
        sandbox.session().open(body, heard);
        return heard;
    }

    private static String program(String app) {
        ObjectNode load = Json.object().put("appId", "test").put("templates", "({})");
        load.putObject("files").put("app.js", app);
        load.putObject("json").putObject("app.json").putArray("pages");
        load.putObject("wxss");
        return load.toString();
    }

    /** What a program logs, and its end. */
    private record Heard(Queue<String> said) implements GuestListener {
        @Override
        public void said(Kind kind, ObjectNode body) {
            if (kind == Kind.LOG) {
                said.add(body.path("text").asText());
            }
        }

        @Override
        public void ended(WorkerEnd why) {
            said.add(why.message());
        }
    }
}
