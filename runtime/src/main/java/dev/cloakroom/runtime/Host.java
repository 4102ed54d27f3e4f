package dev.cloakroom.runtime;

import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.LedgerInspection;
import dev.cloakroom.host.consent.ConsentPrompter;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.storage.Storage;
import dev.cloakroom.host.storage.postgres.PostgresSettings;
import dev.cloakroom.host.storage.postgres.PostgresStorage;
import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import dev.cloakroom.runtime.bridge.ApiRegistry;
import dev.cloakroom.runtime.bridge.api.StandardApis;
import dev.cloakroom.runtime.compile.CompiledProgram;
import dev.cloakroom.runtime.compile.CompilerVersion;
import dev.cloakroom.runtime.compile.ProgramCompiler;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.net.Network;
import dev.cloakroom.runtime.program.MiniProgram;
import dev.cloakroom.runtime.program.ProgramStorage;
import dev.cloakroom.runtime.sandbox.Launcher;
import dev.cloakroom.runtime.sandbox.NotConfined;
import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.SandboxFactory;
import dev.cloakroom.runtime.sandbox.WorkerPool;
import dev.cloakroom.runtime.server.HostServer;
import dev.cloakroom.runtime.session.HeadStart;
import dev.cloakroom.runtime.session.InitialRenderCache;
import dev.cloakroom.runtime.session.Popularity;
import dev.cloakroom.runtime.session.RunningProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The composition root: the broker on its store, the compiler, the sandboxes and the HTTP API, wired once.
 * The command line, the tests and an embedding host app all start here.
 */
public final class Host implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Host.class);

    /** For what can wait until a host's first program stands. */
    private static final Executor IDLE = CompletableFuture.delayedExecutor(10, TimeUnit.SECONDS, task ->
        Thread.ofPlatform().daemon().name("idle").start(task)
    );

    private final HostOptions options;
    private final Storage storage;
    private final HostApi api;
    private final SandboxFactory sandboxes;
    private final WorkerPool workers;
    private final ProgramCompiler compiler;
    private final ApiRegistry apis;
    private final HostServer server;
    private final InitialRenderCache renders;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().daemon().name("background").factory()
    );
    private final Map<ProgramId, Popularity> popularities = new ConcurrentHashMap<>();
    private final Set<Sandbox> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private Host(Storage storage, HostApi api, HostOptions options) throws IOException {
        this.options = options;
        this.storage = storage;
        this.api = api;
        var launcher = new Launcher(options.workerJdk(), options.workerCache());
        this.sandboxes = new SandboxFactory(launcher, options.limits(), options.confinementRequired());
        this.workers = new WorkerPool(sandboxes::warm, options.spareWorkers());
        String version = CompilerVersion.ofClassPath();
        this.compiler = new ProgramCompiler(options.cache(), version, sandboxes::compile);
        this.renders = new InitialRenderCache(options.initialRenders(), version, options.limits());
        var network = new Network(options.egress(), options.origins());
        this.apis = new ApiRegistry(
            options.apis().apply(api, StandardApis.of(api, network, options.observer())),
            over -> api.grants().endSession(over.user(), over.program().id(), over.session())
        );
        this.server = new HostServer(api, options.observer(), options.listening(), options.apiLimits());
        // last: a host that does not come about, for a port that is taken, leaves no process behind
        if (options.spareWorkers() > 0) {
            workers.prepare();
            IDLE.execute(launcher::makeCache);
        }
    }

    /**
     * Opens the host on a data directory, which it makes if it is not there. The keys are always in it.
     *
     * @param prompter the trusted surface that asks the user
     */
    public static Host open(Path data, ConsentPrompter prompter, HostOptions options) throws IOException {
        Storage storage = storage(data, options);
        try {
            HostApi api = HostApi.over(storage, FileKeyRing.open(data), prompter)
                .policy(options.policy())
                .dataSource(options.dataSource())
                .socialGraph(options.socialGraph())
                .recipients(options.recipients())
                .actions(options.actions())
                .paymentGateways(options.paymentGateways())
                .clock(options.clock())
                .random(options.random())
                .build();
            return new Host(storage, api, options);
        } catch (IOException | RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    private static Storage storage(Path data, HostOptions options) {
        return options
            .database()
            .<Storage>map(shared -> PostgresStorage.open(new PostgresSettings(shared.url(), shared.password())))
            .orElseGet(() -> SqliteStorage.open(data));
    }

    /**
     * The ledger of a data directory, without the rest of a host: it may be damaged, or belong to a host that runs.
     *
     * @throws BadInput when there is no store
     */
    public static LedgerInspection inspectLedger(Path data) {
        if (!SqliteStorage.isIn(data)) {
            throw new BadInput(data.toString(), "there is no store in it: name the data directory of a host");
        }
        return new LedgerInspection(SqliteStorage.open(data), FileKeyRing.open(data), Clock.systemUTC());
    }

    /** The broker and what belongs to it: vault, grants, ledger. */
    public HostApi api() {
        return api;
    }

    /** Where developers' back ends find the HTTP API. */
    public URI address() {
        return server.address();
    }

    /**
     * Compiles the program and starts a worker with it. A worker that is killed or dies is replaced on the next use.
     *
     * @throws BadInput when the program does not compile or is larger than the limit
     * @throws NotConfined when confinement is required and this machine lacks a wall
     */
    public RunningProgram run(MiniProgram program, ProgramRegistration registration, ProgramStorage programStorage)
        throws IOException {
        return run(program, registration, programStorage, ProgramSettings.DEFAULT);
    }

    /** As {@link #run(MiniProgram, ProgramRegistration, ProgramStorage)}, with settings of the program's own. */
    public RunningProgram run(
        MiniProgram program,
        ProgramRegistration registration,
        ProgramStorage programStorage,
        ProgramSettings settings
    ) throws IOException {
        checkSize(program);
        if (!settings.computing()) {
            // starts while the program compiles
            workers.prepare();
        }
        CompiledProgram compiled = compiler.compile(program);
        compiled.warnings().forEach(LOG::warn);
        String load = compiled.toLoadJson();
        return new RunningProgram(
            settings.isolation(),
            () -> settings.computing() ? keep(sandboxes.compute(load)) : keep(workers.start(load)),
            registration,
            program.manifest(),
            programStorage,
            apis,
            options.observer(),
            options.limits(),
            options.clock(),
            headStart(program, registration)
        );
    }

    private HeadStart headStart(MiniProgram program, ProgramRegistration registration) {
        Popularity popularity = popularities.computeIfAbsent(registration.id(), _ -> new Popularity(options.clock()));
        return new HeadStart(program.files().digest(), renders, popularity, this::later, options.spareWorkers() > 0);
    }

    private void later(Runnable task, Duration delay) {
        try {
            var _ = background.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the host is closed: it does nothing in the background");
        }
    }

    private Sandbox keep(Sandbox sandbox) {
        running.add(sandbox);
        var _ = sandbox.ended().thenRun(() -> running.remove(sandbox));
        if (closed) {
            sandbox.close();
        }
        return sandbox;
    }

    private void checkSize(MiniProgram program) {
        int limit = options.limits().programBytes();
        if (program.files().bytes() > limit) {
            throw new BadInput(
                "the package",
                "has more than " + limit + " bytes (limit `programBytes`): make it smaller"
            );
        }
    }

    /** Takes the program away from the user: their sessions, what it may do, what it knows them by, what it stored. */
    public void uninstall(RunningProgram program, UserId user) throws IOException {
        program.closeSessionsOf(user);
        api.broker().uninstall(program.registration().id(), user);
        program.storage().erase(user.value());
    }

    /** Ends the programs that still run, and then the rest. */
    @Override
    public void close() {
        closed = true;
        background.shutdownNow();
        workers.close();
        running.forEach(Sandbox::close);
        server.close();
        storage.close();
    }
}
