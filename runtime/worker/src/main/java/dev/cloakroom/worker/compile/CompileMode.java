package dev.cloakroom.worker.compile;

import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.FrameReader;
import dev.cloakroom.protocol.FrameWriter;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.worker.confine.OpenJars;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The worker as a compiler: says that it is ready, then answers each package until the stream ends. */
public final class CompileMode {

    // both parsers go down once a level of nesting, and real code nests deeper than a default stack
    private static final long STACK_BYTES = 256L << 20;

    /** One source of each kind: no class that they need is looked for behind the walls first. */
    private static final String REHEARSAL = """
    {"files":{"a.wxml":"<wxs module='m'>module.exports = 1</wxs><view>{{ m }}</view>","b.wxs":"","c.js":"export default 1","d.ts":"const d: number = 1","bad.wxml":"<"}}""";

    private final FrameReader in;
    private final FrameWriter out;

    private final Supplier<String> confine;

    private CompileMode(FrameReader in, FrameWriter out, Supplier<String> confine) {
        this.in = in;
        this.out = out;
        this.confine = confine;
    }

    /**
     * Returns when the host closed the stream.
     *
     * @param confine puts the walls up when everything is loaded, and returns the content of the READY frame
     * @throws IOException when the stream broke, or a frame came that has no place here
     */
    public static void run(FrameReader in, FrameWriter out, Supplier<String> confine) throws IOException {
        FutureTask<@Nullable Void> task = new FutureTask<>(() -> {
            new CompileMode(in, out, confine).answerAll();
            return null;
        });
        new Thread(null, task, "compiler", STACK_BYTES).start();
        await(task);
    }

    private void answerAll() throws IOException {
        try (Javascript javascript = new Javascript()) {
            new Compilation(javascript).run(REHEARSAL);
            OpenJars.all();
            out.write(Frame.toWorker(Kind.READY, confine.get()));
            for (Frame frame = in.read(); frame != null; frame = in.read()) {
                out.write(Frame.toWorker(Kind.COMPILED, compiled(frame, javascript)));
            }
        }
    }

    private static String compiled(Frame frame, Javascript javascript) throws IOException {
        if (frame.kind() != Kind.COMPILE) {
            throw new IOException("a frame " + frame.kind() + " in compile mode");
        }
        return new Compilation(javascript).run(frame.json());
    }

    private static void await(FutureTask<@Nullable Void> task) throws IOException {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw new IOException("the compiler failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
