package dev.cloakroom.bench.micro;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.bench.HeavyPage;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.view.PageStack;
import java.io.IOException;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/** The operations of a heavy page: parsed, checked and applied to the host's own tree. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class PageBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();

    private List<String> pages;
    private List<String> operations;

    @Setup
    public void record() throws IOException {
        HeavyPage page = HeavyPage.record();
        pages = page.pages().stream().map(ObjectNode::toString).toList();
        operations = page.operations().stream().map(ObjectNode::toString).toList();
    }

    @Benchmark
    public PageStack apply() throws IOException, GuestMisbehaved {
        var stack = new PageStack(Limits.DEFAULT);
        for (String page : pages) {
            stack.page((ObjectNode) JSON.readTree(page));
        }
        for (String body : operations) {
            stack.operations((ObjectNode) JSON.readTree(body));
        }
        return stack;
    }
}
