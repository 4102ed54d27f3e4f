package dev.cloakroom.worker.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/** What became of some sources, read back as a program worker and the host would. */
final class Compiled implements AutoCloseable {

    private final Context context = Context.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
    private final Value answer;

    /** @param sources path, text, path, text … */
    Compiled(String... sources) {
        Value files = context.eval("js", "({files: Object.create(null)})");
        for (int i = 0; i < sources.length; i += 2) {
            files.getMember("files").putMember(sources[i], sources[i + 1]);
        }
        String frame = context.eval("js", "JSON.stringify").execute(files).asString();
        this.answer = context.eval("js", "JSON.parse").execute(onDeepStack(frame));
    }

    String file(String path) {
        return answer.getMember("files").getMember(path).asString();
    }

    boolean hasFile(String path) {
        return answer.getMember("files").hasMember(path);
    }

    /** {@code level path:line:column message} of each problem. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        Value all = answer.getMember("problems");
        for (long i = 0; i < all.getArraySize(); i++) {
            Value p = all.getArrayElement(i);
            String place = p.getMember("path").asString() + ":" + p.getMember("line") + ":" + p.getMember("column");
            problems.add(p.getMember("level").asString() + " " + place + " " + p.getMember("message").asString());
        }
        return problems;
    }

    /** The value of the templates' expression. */
    Value templates() {
        return context.eval("js", answer.getMember("templates").asString());
    }

    /** The value of a global, which a script without strict mode may set. */
    Value global(String name) {
        return context.getBindings("js").getMember(name);
    }

    /** The value of any JavaScript in the context where the templates were evaluated. */
    Value eval(String code) {
        return context.eval("js", code);
    }

    @Override
    public void close() {
        context.close(true);
    }

    private static String onDeepStack(String frame) {
        FutureTask<String> task = new FutureTask<>(() -> {
            try (Javascript javascript = new Javascript()) {
                return new Compilation(javascript).run(frame);
            }
        });
        new Thread(null, task, "compiler", 256L << 20).start();
        try {
            return task.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }
}
