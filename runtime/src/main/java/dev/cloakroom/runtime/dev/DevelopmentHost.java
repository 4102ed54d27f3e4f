package dev.cloakroom.runtime.dev;

import dev.cloakroom.host.consent.ConsentPrompter;
import dev.cloakroom.host.identity.DeveloperId;
import dev.cloakroom.host.identity.ProgramCredentials;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.redeem.action.HttpSmsGateway;
import dev.cloakroom.runtime.Host;
import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.net.AllowedOrigins;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.program.MiniProgram;
import dev.cloakroom.runtime.program.ProgramLoader;
import dev.cloakroom.runtime.program.ProgramStorage;
import dev.cloakroom.runtime.session.RunningProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A host on a developer's machine with one program: a throwaway store, a sink in place of all
 * recipients, and the developer's back end as a process beside it.
 */
public final class DevelopmentHost implements AutoCloseable {

    private static final Duration GATEWAY_TIMEOUT = Duration.ofSeconds(10);

    private final Resources resources;
    private final Path store;
    private final Host host;
    private final ReloadableProgram program;
    private final PartnerSink sink;

    private DevelopmentHost(Resources resources, Path store, Host host, ReloadableProgram program, PartnerSink sink) {
        this.resources = resources;
        this.store = store;
        this.host = host;
        this.program = program;
        this.sink = sink;
    }

    /**
     * Starts everything for the program in {@code folder}.
     *
     * @param options what differs from a development host's own choice: clock, observer, limits, port, APIs;
     *     recipients, actions and egress are the development host's
     */
    public static DevelopmentHost start(Path folder, ConsentPrompter prompter, HostOptions options) throws IOException {
        var resources = new Resources();
        try {
            return start(folder, prompter, options, resources);
        } catch (IOException | RuntimeException e) {
            resources.close();
            throw e;
        }
    }

    private static DevelopmentHost start(
        Path folder,
        ConsentPrompter prompter,
        HostOptions options,
        Resources resources
    ) throws IOException {
        DevConfig config = DevConfig.read(folder);
        MiniProgram source = ProgramLoader.load(folder);
        Path store = resources.throwawayFolder();

        var sink = new PartnerSink();
        var partners = new DevelopmentPartners(sink);
        var messages = resources.add(new SmsSink(sink));
        var gateway = resources.add(new HttpSmsGateway(messages.address(), GATEWAY_TIMEOUT));
        var egress = resources.add(new DevelopmentEgress(options.observer()));

        Host host = resources.add(
            Host.open(
                store.resolve("host"),
                prompter,
                options
                    .withRecipients(DevelopmentRegistry.recipients())
                    .withActions(parts -> DevelopmentRegistry.actions(gateway, partners, parts))
                    .withPaymentGateways(DevelopmentRegistry.paymentGateways(partners))
                    .withEgress(egress)
                    .withOrigins(AllowedOrigins.DECLARED)
            )
        );
        var registration = registration(source, config);
        var storage = resources.add(new ProgramStorage(store.resolve("storage")));
        var program = resources.add(new ReloadableProgram(host, folder, source, registration, storage));
        ProgramCredentials credentials = host.api().programs().register(registration);
        if (config.backend().isPresent()) {
            DevConfig.Backend backend = config.backend().get();
            var process = resources.add(startBackend(backend, folder, host, credentials, options.observer()));
            egress.route(backend.serves(), process.address());
        }
        return new DevelopmentHost(resources, store, host, program, sink);
    }

    /** The folder that everything is kept in until the end. */
    public Path store() {
        return store;
    }

    public Host host() {
        return host;
    }

    public RunningProgram program() {
        return program.running();
    }

    /**
     * The program as it is in its folder now, in a process in which it has not run yet; one from before is ended.
     *
     * @param known is told of the program as soon as it is known which one it is, before its process is there
     * @throws BadInput when what is in the folder is not in order
     */
    public RunningProgram freshProgram(Consumer<RunningProgram> known) throws IOException {
        return program.fresh(known);
    }

    /** What the program is made of. */
    public MiniProgram source() {
        return program.source();
    }

    /** What the recipients were given, in order. */
    public List<Received> received() {
        return sink.received();
    }

    /** Takes the program away from the user. */
    public void uninstall(UserId user) throws IOException {
        host.uninstall(program.running(), user);
    }

    @Override
    public void close() {
        resources.close();
    }

    private static ProgramRegistration registration(MiniProgram program, DevConfig config) {
        return new ProgramRegistration(
            new ProgramId(program.manifest().appId()),
            new DeveloperId(config.developerId()),
            config.developerName()
        );
    }

    private record BackendObserver(Observer observer) implements DeveloperBackend.Listener {
        @Override
        public void backendLog(String line) {
            observer.backendLog(line);
        }

        @Override
        public void backendEnded(String why) {
            observer.problem("", why, DevConfig.FILE);
        }
    }

    private static DeveloperBackend startBackend(
        DevConfig.Backend backend,
        Path folder,
        Host host,
        ProgramCredentials credentials,
        Observer observer
    ) {
        Map<String, String> environment = Map.of(
            "CLOAKROOM_API",
            host.address().toString(),
            "CLOAKROOM_PROGRAM_ID",
            credentials.id().value(),
            "CLOAKROOM_PROGRAM_SECRET",
            credentials.secret(),
            "PORT",
            "0"
        );
        return DeveloperBackend.start(backend.command(), folder, environment, new BackendObserver(observer));
    }
}
