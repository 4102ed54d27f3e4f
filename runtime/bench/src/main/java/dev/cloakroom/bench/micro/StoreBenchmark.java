package dev.cloakroom.bench.micro;

import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.policy.Decision;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.token.Introspection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What the broker waits for in its store: each transaction is on the disk before it returns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StoreBenchmark {

    private static final AuditEvent EVENT = new AuditEvent.LoginCodeExchanged(
        BrokerState.PROGRAM.id(),
        new PairwiseSubject("subject")
    );

    /** What the policy says of a request; reads the user's switches. */
    @Benchmark
    public Decision decide(BrokerState broker) {
        return broker.decisionPoint.decide(BrokerState.REQUEST);
    }

    /** Two transactions: what the policy decided; the token under a grant that stands. */
    @Benchmark
    public String request(BrokerState broker) {
        return broker.request();
    }

    /** What a back end asks of a token that it does not redeem: verified, and its grant looked up. */
    @Benchmark
    public Optional<Introspection> introspect(BrokerState broker) {
        return broker.host.tokens().introspect(broker.program, broker.token);
    }

    /** Four transactions: those of the request, the reservation, and how it ended. */
    @Benchmark
    public RedemptionOutcome requestAndRedeem(BrokerState broker) {
        return broker.requestAndRedeem();
    }

    /** The same by eight users at once; the time is of one of the eight. */
    @Benchmark
    @Threads(8)
    public RedemptionOutcome requestAndRedeemByEight(BrokerState broker) {
        return broker.requestAndRedeem();
    }

    /** One transaction with one entry, signed. */
    @Benchmark
    public AuditEvent append(BrokerState broker) {
        return broker.host.ledger().append(EVENT);
    }

    @Benchmark
    @Threads(8)
    public AuditEvent appendByEight(BrokerState broker) {
        return broker.host.ledger().append(EVENT);
    }
}
