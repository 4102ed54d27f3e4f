package dev.cloakroom.runtime.dev;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.owner.Labels;
import dev.cloakroom.runtime.owner.Painter;
import dev.cloakroom.runtime.owner.PrivacyDesk;
import dev.cloakroom.runtime.program.ProgramPackage;
import dev.cloakroom.runtime.server.SimulatorPage;
import dev.cloakroom.runtime.server.SimulatorServer;
import dev.cloakroom.runtime.session.UserSession;
import dev.cloakroom.runtime.simulator.Inspector;
import dev.cloakroom.runtime.simulator.Records;
import dev.cloakroom.runtime.simulator.SimulatedProgram;
import dev.cloakroom.runtime.simulator.Simulator;
import dev.cloakroom.runtime.simulator.SimulatorObserver;
import dev.cloakroom.runtime.simulator.SimulatorPrompter;
import dev.cloakroom.runtime.view.InitialRender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A development host and the simulator in front of it, for one user. */
public final class DevelopmentSimulator implements AutoCloseable {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(300);

    private final Resources resources;
    private final DevelopmentHost host;
    private final Simulator simulator;
    private final SimulatorServer server;

    private DevelopmentSimulator(
        Resources resources,
        DevelopmentHost host,
        Simulator simulator,
        SimulatorServer server
    ) {
        this.resources = resources;
        this.host = host;
        this.simulator = simulator;
        this.server = server;
    }

    /**
     * Starts everything but the program, which {@link #run} starts.
     *
     * @param folder the program's
     * @param options what differs from a development host's own choice; its observer hears everything too
     * @param page the simulator's page
     * @param port where to serve it; 0 for any free one
     */
    public static DevelopmentSimulator open(Path folder, UserId user, HostOptions options, SimulatorPage page, int port)
        throws IOException {
        SimulatorServer.checkPort(port);
        var resources = new Resources();
        try {
            return open(folder, user, options, page, port, resources);
        } catch (IOException | RuntimeException e) {
            resources.close();
            throw e;
        }
    }

    private static DevelopmentSimulator open(
        Path folder,
        UserId user,
        HostOptions options,
        SimulatorPage page,
        int port,
        Resources resources
    ) throws IOException {
        var inspector = new Inspector(options.clock());
        var records = new Records(inspector);
        var prompter = new SimulatorPrompter(DevConfig.read(folder).developerName(), records, options.clock());
        Observer observer = options.observer().and(new SimulatorObserver(inspector, records));

        var host = resources.add(DevelopmentHost.start(folder, prompter, options.withObserver(observer)));
        resources.add(records::stop);
        records.follow(host.host().api().ledger()::entriesAfter, () -> received(host));

        var program = new Program(host, user);
        var simulator = resources.add(new Simulator(program, prompter, inspector, records));
        var server = resources.add(new SimulatorServer(simulator, page, options.random(), port));
        resources.add(new Ticker(SECOND, simulator::tick));
        resources.add(new Ticker(LOOK, new SourceWatch(folder, simulator::reload)::look));
        return new DevelopmentSimulator(resources, host, simulator, server);
    }

    public DevelopmentHost host() {
        return host;
    }

    /** Starts the program, and returns before it runs. */
    public void run() {
        simulator.start();
    }

    /** A new address for a browser; it works once, and makes an unused one void. */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        resources.close();
    }

    private static List<Records.Received> received(DevelopmentHost host) {
        return host
            .received()
            .stream()
            .map(each -> new Records.Received(each.kind().name().toLowerCase(Locale.ROOT), each.to(), each.text()))
            .toList();
    }

    private record Program(DevelopmentHost host, UserId user) implements SimulatedProgram {
        @Override
        public About about() {
            var registration = host.program().registration();
            return new About(
                registration.id().value(),
                registration.verifiedName(),
                user.value(),
                registration.verifiedName()
            );
        }

        @Override
        public ProgramPackage files() {
            return host.source().files();
        }

        @Override
        public UserSession open(String url, Consumer<InitialRender> atOnce) {
            try {
                return host.freshProgram(known -> known.initialRender(url).ifPresent(atOnce)).open(user, url);
            } catch (IOException e) {
                throw new UncheckedIOException("the program cannot be started", e);
            }
        }

        @Override
        public PrivacyDesk privacy() {
            return new PrivacyDesk(host.host().api(), user, host.program().registration().id());
        }

        @Override
        public Optional<String> painted(String placeholder) {
            return painter().value(placeholder);
        }

        @Override
        public Labels labels(Scope scope) {
            return privacy().labels(scope);
        }

        @Override
        public Optional<String> number(String token) {
            return painter().number(token);
        }

        private Painter painter() {
            return new Painter(host.host().api(), user, host.program().registration().id());
        }

        @Override
        public void revoke(Scope scope) {
            host.host().api().grants().revoke(user, host.program().registration().id(), scope);
        }
    }
}
