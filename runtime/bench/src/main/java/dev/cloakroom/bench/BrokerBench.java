package dev.cloakroom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.bench.BenchUser.Call;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.identity.DeveloperId;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.Host;
import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.program.MiniProgram;
import dev.cloakroom.runtime.program.ProgramLoader;
import dev.cloakroom.runtime.program.ProgramStorage;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.session.RunningProgram;
import dev.cloakroom.runtime.session.UserSession;
import dev.cloakroom.runtime.view.ViewNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A user of a whole host: the program's calls pass the bridge and the broker, which asks its store each time. */
final class BrokerBench implements Observer {

    private static final UserId USER = new UserId("bench");
    private static final long LOOK_NANOS = 1_000_000;

    private final List<Call> calls = new ArrayList<>();

    private BrokerBench() {}

    /**
     * The calls of one tap, in the order in which they were answered.
     *
     * @param program the folder of one of {@link BenchPrograms#caller}
     * @param cache where compiled programs and the workers' cache are
     */
    static List<Call> calls(Path program, Path cache, Limits limits) throws IOException {
        var heard = new BrokerBench();
        HostOptions options = HostOptions.defaults(cache).withLimits(limits).withObserver(heard);
        Path data = Files.createTempDirectory(cache, "host-");
        try (Host host = Host.open(data, _ -> ConsentAnswer.DISMISS, options)) {
            heard.use(host, data, ProgramLoader.load(program));
        }
        return heard.calls;
    }

    private void use(Host host, Path data, MiniProgram program) throws IOException {
        var registration = new ProgramRegistration(
            new ProgramId(program.manifest().appId()),
            new DeveloperId("bench"),
            "Bench"
        );
        try (
            var storage = new ProgramStorage(data.resolve("storage"));
            RunningProgram running = host.run(program, registration, storage)
        ) {
            UserSession session = running.open(USER, "");
            while (!tap(session) || calls() < CallBench.CALLS) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    @Override
    public void api(String user, String api, JsonNode args, boolean ok, ObjectNode value) {
        synchronized (calls) {
            calls.add(new Call(args.path("lane").asInt(), System.nanoTime()));
        }
    }

    private int calls() {
        synchronized (calls) {
            return calls.size();
        }
    }

    // until the first call came: before, the page may not be there
    private boolean tap(UserSession session) {
        if (calls() > 0) {
            return true;
        }
        int page = session.pages().visible();
        Optional<Integer> button = session
            .pages()
            .readVisible(visible -> visible.flatMap(shown -> shown.tree().root()).flatMap(BrokerBench::button));
        return button.isPresent() && session.view().tap(page, button.get());
    }

    private static Optional<Integer> button(ViewNode node) {
        return node.tag().equals("button")
            ? Optional.of(node.id())
            : node
                  .children()
                  .stream()
                  .flatMap(child -> button(child).stream())
                  .findFirst();
    }
}
