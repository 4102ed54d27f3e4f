package dev.cloakroom.worker.compile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;

/**
 * The JavaScript side of the compiler: the converter, which runs, and the parser of the engine, to which
 * sources are only shown. One thread at a time.
 */
final class Javascript implements AutoCloseable {

    private static final String BUNDLE = "/dev/cloakroom/guest/modules.js";

    private final Context context;
    private final Value library;

    Javascript() {
        this.context = Context.newBuilder("js")
            .sandbox(SandboxPolicy.CONSTRAINED)
            .allowHostAccess(HostAccess.CONSTRAINED)
            .in(new ByteArrayInputStream(new byte[0]))
            .out(OutputStream.nullOutputStream())
            .err(OutputStream.nullOutputStream())
            .build();
        context.eval(Source.newBuilder("js", bundle(), "modules.js").buildLiteral());
        this.library = context.getBindings("js").getMember("modules");
    }

    /** A function of the bundle. */
    Value library(String name) {
        return library.getMember(name);
    }

    /** A new {@code Answer} of the bundle. */
    Value newAnswer() {
        return library("Answer").newInstance();
    }

    /** A JavaScript literal of {@code text}. */
    String literal(String text) {
        return context.eval("js", "JSON.stringify").execute(text).asString();
    }

    /**
     * The syntax error in {@code code}, or empty if there is none.
     *
     * @param path how the problem calls the source
     * @param before what the code is put behind, on the same line, to be a program of its own
     * @param after what follows it
     */
    Optional<Problem> syntaxError(String path, String before, String code, String after) {
        try {
            context.parse(
                Source.newBuilder("js", before + code + after, path)
                    .cached(false)
                    .buildLiteral()
            );
            return Optional.empty();
        } catch (PolyglotException e) {
            return Optional.of(problem(path, e, before.length(), code));
        }
    }

    @Override
    public void close() {
        context.close(true);
    }

    private static Problem problem(String path, PolyglotException e, int indent, String code) {
        SourceSection at = e.getSourceLocation();
        if (at == null) {
            return Problem.error(path, 1, 1, e.isResourceExhausted() ? "nests too deep" : message(e));
        }
        if (at.getStartLine() > lines(code)) {
            return Problem.error(path, lines(code), 1, "something that was begun is not finished: the source ends");
        }
        int column = at.getStartColumn() - (at.getStartLine() == 1 ? indent : 0);
        return Problem.error(path, at.getStartLine(), Math.max(1, column), message(e));
    }

    private static int lines(String code) {
        return (
            1 +
            (int) code
                .chars()
                .filter(c -> c == '\n')
                .count()
        );
    }

    /** The engine's message is {@code SyntaxError: path:line:column what} and, on further lines, the code. */
    private static String message(PolyglotException e) {
        String first = Objects.requireNonNullElse(e.getMessage(), "is not JavaScript").lines().findFirst().orElse("");
        return first.replaceFirst("^(SyntaxError: )?(.*?:\\d+:\\d+ )?", "");
    }

    private static String bundle() {
        try (InputStream in = Objects.requireNonNull(Javascript.class.getResourceAsStream(BUNDLE), BUNDLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
