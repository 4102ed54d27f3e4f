package dev.cloakroom.worker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.FrameReader;
import dev.cloakroom.protocol.FrameWriter;
import dev.cloakroom.protocol.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A worker in this process, driven over pipes as a host drives it, with the program of {@code src/test/program}. */
final class TestWorker implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final int PATIENCE_SECONDS = 60;
    private static final int MAX_FRAME_BYTES = 16 << 20;
    private static final GuestLibrary LIBRARY = new GuestLibrary();
    private static final String PROGRAM = TestProgram.load(Path.of("src/test/program"));

    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final Map<Integer, TestTree> trees = new HashMap<>();
    private final TestPipe in = new TestPipe();
    private final FrameWriter out;
    private final Thread serving;
    private int seq;

    TestWorker() throws IOException {
        this(PROGRAM);
    }

    /** @param program the JSON of a LOAD frame */
    TestWorker(String program) throws IOException {
        this(program, UnaryOperator.identity());
    }

    /** One that is warmed up as a worker process is. */
    static TestWorker warmedUp(String program) throws IOException {
        return new TestWorker(program, worker -> worker.warmUp(new WarmUp(LIBRARY, 2, 2)));
    }

    private TestWorker(String program, UnaryOperator<Worker> before) throws IOException {
        TestPipe back = new TestPipe();
        out = new FrameWriter(in.sink());
        Worker worker = new Worker(
            LIBRARY,
            new FrameReader(in.source(), Kind.Sender.HOST, MAX_FRAME_BYTES),
            new FrameWriter(back.sink())
        );
        serving = Thread.ofPlatform()
            .daemon()
            .start(() -> unchecked(() -> before.apply(worker).run("{}")));
        FrameReader reader = new FrameReader(back.source(), Kind.Sender.WORKER, MAX_FRAME_BYTES);
        Thread.ofPlatform()
            .daemon()
            .start(() -> unchecked(() -> collect(reader)));
        assertThat(next().kind()).isEqualTo(Kind.READY);
        out.write(Frame.toWorker(Kind.LOAD, program));
        assertThat(next().kind()).isEqualTo(Kind.LOADED);
    }

    /** Opens a session at the program's first page. */
    Turn open(int session) {
        return open(session, "{\"path\":\"\",\"query\":{},\"scene\":1001}", "{}");
    }

    Turn open(int session, String launch, String storage) {
        return turn(session, Kind.OPEN, "{\"launch\":" + launch + ",\"storage\":" + storage + ",\"device\":{}}");
    }

    /** An event at the node with this id on the newest page, and everything until its turn is over. */
    Turn event(int session, String id, String type, String detail) {
        return turn(session, Kind.EVENT, eventJson(session, id, type, detail));
    }

    Turn tap(int session, String id) {
        return event(session, id, "tap", "{\"x\":1,\"y\":2}");
    }

    /** Has the first page run one of its named actions. */
    Turn run(int session, String action) {
        return event(session, "run", "tap", "{\"action\":\"" + action + "\"}");
    }

    /** As {@link #run}, for an action that does not end. */
    void start(int session, String action) {
        post(session, Kind.EVENT, eventJson(session, "run", "tap", "{\"action\":\"" + action + "\"}"));
    }

    Turn turn(int session, Kind kind, String json) {
        int expected = post(session, kind, json);
        Turn turn = new Turn(new ArrayList<>());
        for (;;) {
            Frame frame = next();
            if (frame.session() == session) {
                turn.frames().add(frame);
                tree(session).apply(frame);
                if (frame.kind() == Kind.DONE && read(frame).path("seq").asInt() == expected) {
                    return turn;
                }
            }
        }
    }

    /** Answers a call and waits until the answer has been worked off. */
    Turn reply(int session, String json) {
        write(new Frame(Kind.REPLY, session, json));
        return turn(session, Kind.PING, "{}");
    }

    /** Sends a frame with a fresh number, without waiting. */
    int post(int session, Kind kind, String json) {
        ObjectNode frame = (ObjectNode) parse(json);
        frame.put("seq", ++seq);
        write(new Frame(kind, session, frame.toString()));
        return seq;
    }

    void write(Frame frame) {
        unchecked(() -> out.write(frame));
    }

    /** The next frame that passes, of whichever session. */
    Frame next() {
        return requireNonNull(poll(PATIENCE_SECONDS * 1000L), "the worker said nothing for a minute");
    }

    @Nullable
    Frame poll(long millis) {
        try {
            return frames.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    TestTree tree(int session) {
        return trees.computeIfAbsent(session, s -> new TestTree());
    }

    /** Closes the worker's input and waits for its end. */
    @Override
    public void close() {
        unchecked(() -> in.sink().close());
        try {
            assertThat(serving.join(java.time.Duration.ofSeconds(PATIENCE_SECONDS))).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode read(Frame frame) {
        return parse(frame.json());
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String eventJson(int session, String id, String type, String detail) {
        TestTree tree = tree(session);
        ObjectNode event = JSON.createObjectNode();
        event.put("page", tree.page()).put("node", tree.byId(id)).put("type", type);
        event.set("detail", parse(detail));
        event.putObject("fields");
        return event.toString();
    }

    private void collect(FrameReader reader) throws IOException {
        for (Frame frame = reader.read(); frame != null; frame = reader.read()) {
            frames.add(frame);
        }
    }

    private static void unchecked(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    /** Every frame of a session from one of the host's to the DONE that answers it. */
    record Turn(List<Frame> frames) {
        List<JsonNode> of(Kind kind) {
            return frames
                .stream()
                .filter(frame -> frame.kind() == kind)
                .map(TestWorker::read)
                .toList();
        }

        JsonNode only(Kind kind) {
            assertThat(of(kind)).hasSize(1);
            return of(kind).getFirst();
        }

        /** What the program wrote to its console. */
        List<String> log() {
            return of(Kind.LOG)
                .stream()
                .map(line -> line.path("text").asText())
                .toList();
        }
    }
}
