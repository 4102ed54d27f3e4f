package dev.cloakroom.bench.micro;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.identity.DeveloperId;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.Host;
import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.bridge.ApiRegistry;
import dev.cloakroom.runtime.bridge.Bridge;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.bridge.api.StandardApis;
import dev.cloakroom.runtime.media.TempFiles;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.program.Manifest;
import dev.cloakroom.runtime.sandbox.Folders;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.view.Gestures;
import dev.cloakroom.runtime.view.PageStack;
import dev.cloakroom.runtime.view.SessionUi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One host call, from its frame to its answer: bridge, broker, store. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class CallBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Manifest MANIFEST = new Manifest(
        "bench",
        List.of("home"),
        List.of(),
        Map.of(),
        Set.of(),
        Set.of(),
        Map.of(),
        JSON.createObjectNode()
    );

    private final SynchronousQueue<ObjectNode> answers = new SynchronousQueue<>();
    private Path folder;
    private Host host;
    private Bridge bridge;
    private long id;

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("cloakroom-bench-");
        HostOptions options = HostOptions.defaults(folder.resolve("cache"));
        host = Host.open(folder.resolve("data"), _ -> ConsentAnswer.DISMISS, options);
        var registry = new ApiRegistry(StandardApis.of(host.api(), options.egress(), Observer.NONE));
        bridge = new Bridge(registry, caller(options), Observer.NONE, (_, _, value) -> answer(value), Limits.DEFAULT);
    }

    @TearDown
    public void close() throws IOException {
        host.close();
        Folders.delete(folder);
    }

    @Benchmark
    public ObjectNode getSetting() throws GuestMisbehaved, InterruptedException {
        bridge.call(JSON.createObjectNode().put("id", ++id).put("api", "getSetting"));
        return answers.take();
    }

    private void answer(ObjectNode value) {
        try {
            answers.put(value);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a call", e);
        }
    }

    private static Caller caller(HostOptions options) {
        return new Caller(
            new ProgramRegistration(new ProgramId("bench"), new DeveloperId("bench"), "Bench"),
            MANIFEST,
            new UserId("bench"),
            "bench",
            new PageStack(Limits.DEFAULT),
            new Gestures(options.clock()),
            new SessionUi(),
            new TempFiles(() -> "file")
        );
    }
}
