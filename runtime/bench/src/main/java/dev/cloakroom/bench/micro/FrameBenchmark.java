package dev.cloakroom.bench.micro;

import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.FrameReader;
import dev.cloakroom.protocol.FrameWriter;
import dev.cloakroom.protocol.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A frame, written and read again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class FrameBenchmark {

    private static final int MAX_BYTES = 16 << 20;

    /** Characters of JSON: a call, and the operations of a heavy page. */
    @Param({ "100", "150000" })
    public int characters;

    private Frame frame;

    @Setup
    public void prepare() {
        frame = new Frame(Kind.OPS, 1, "{\"text\":\"" + "x".repeat(characters) + "\"}");
    }

    @Benchmark
    public Frame writeAndRead() throws IOException {
        var bytes = new ByteArrayOutputStream(characters + 100);
        new FrameWriter(bytes).write(frame);
        var in = new ByteArrayInputStream(bytes.toByteArray());
        return Objects.requireNonNull(new FrameReader(in, Kind.Sender.WORKER, MAX_BYTES).read());
    }
}
