package dev.cloakroom.bench.micro;

import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.server.ApiLimits;
import dev.cloakroom.runtime.server.HostServer;
import dev.cloakroom.runtime.server.Listening;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a developer's back end waits for: a token from the broker in this process, redeemed over HTTP on loopback. Beside
 * it what the same server takes for its OpenAPI document, which touches no store.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init")
public class HttpBenchmark {

    private static final ApiLimits PATIENT = ApiLimits.DEFAULT.withCalls(1e9, 1e9);

    private HostServer server;
    private BenchBackEnd backEnd;

    @Setup
    public void open(BrokerState broker) throws Exception {
        server = new HostServer(broker.host, Observer.NONE, Listening.onLoopback(0), PATIENT);
        backEnd = BenchBackEnd.of(broker, server.address());
    }

    @TearDown
    public void close() {
        backEnd.close();
        server.close();
    }

    @Benchmark
    public int nothing() throws Exception {
        return backEnd.document();
    }

    /** The program's secret with each call. */
    @Benchmark
    public String requestAndRedeem(BrokerState broker) throws Exception {
        return backEnd.redeem(broker.request());
    }

    /** An access token, and a DPoP proof made for each call. */
    @Benchmark
    public String requestAndRedeemSigned(BrokerState broker) throws Exception {
        return backEnd.redeemSigned(broker.request());
    }

    @Benchmark
    @Threads(8)
    public String requestAndRedeemByEight(BrokerState broker) throws Exception {
        return backEnd.redeem(broker.request());
    }
}
