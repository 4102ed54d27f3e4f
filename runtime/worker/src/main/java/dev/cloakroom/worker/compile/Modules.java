package dev.cloakroom.worker.compile;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Value;

/** The {@code .js} and {@code .ts} files of a package: to CommonJS where they are not, and checked for syntax. */
final class Modules {

    /** A worker runs a module as the body of a function; the inner braces let it declare the parameters' names anew. */
    private static final String BEFORE =
        "(function(require,module,exports,wx,App,Page,Component,Behavior,getApp,getCurrentPages){{";
    private static final String AFTER = "\n}})";
    private static final Pattern MAYBE_ES_MODULE = Pattern.compile("\\b(import|export)\\b");

    private final Javascript javascript;
    private final Map<String, String> sources;

    Modules(Javascript javascript, Map<String, String> sources) {
        this.javascript = javascript;
        this.sources = sources;
    }

    /**
     * Gives each module to {@code files}, under a path that ends in {@code .js}, and what is wrong with
     * them to {@code problems}.
     */
    void compile(BiConsumer<String, String> files, Consumer<Problem> problems) {
        sources.forEach((path, code) -> {
            if (path.endsWith(".ts") && !path.endsWith(".d.ts")) {
                converted(path, code, problems).ifPresent(js -> files.accept(jsPath(path), js));
            } else if (path.endsWith(".js")) {
                javascript(path, code, files, problems);
            }
        });
    }

    private void javascript(String path, String code, BiConsumer<String, String> files, Consumer<Problem> problems) {
        if (sources.containsKey(tsPath(path))) {
            problems.accept(Problem.warning(path, 1, 1, "is not used: `" + tsPath(path) + "` stands beside it"));
        } else {
            script(path, code, problems).ifPresent(js -> files.accept(path, js));
        }
    }

    /** What parses as the body of a function has no import and no export, so it is CommonJS already. */
    private Optional<String> script(String path, String code, Consumer<Problem> problems) {
        Optional<Problem> error = syntaxError(path, code);
        if (error.isEmpty()) {
            return Optional.of(code);
        }
        if (MAYBE_ES_MODULE.matcher(code).find()) {
            return module(path, code, error.get(), problems);
        }
        problems.accept(error.get());
        return Optional.empty();
    }

    /** The word that made us guess may stand in a comment; then the error of the script is the true one. */
    private Optional<String> module(String path, String code, Problem ofScript, Consumer<Problem> problems) {
        return converted(path, code, ofModule -> problems.accept(later(ofScript, ofModule)));
    }

    /** Whoever got further understood more of the source. */
    private static Problem later(Problem a, Problem b) {
        boolean first = a.line() != b.line() ? a.line() > b.line() : a.column() > b.column();
        return first ? a : b;
    }

    private Optional<String> converted(String path, String code, Consumer<Problem> problems) {
        Value conversion = javascript.library("convert").execute(path, code);
        if (!conversion.hasMember("code")) {
            problems.accept(failure(path, conversion));
            return Optional.empty();
        }
        String js = conversion.getMember("code").asString();
        Optional<Problem> error = syntaxError(path, js);
        error.ifPresent(problems);
        return error.isPresent() ? Optional.empty() : Optional.of(js);
    }

    private static Problem failure(String path, Value conversion) {
        int line = Math.max(1, conversion.getMember("line").asInt());
        int column = Math.max(1, conversion.getMember("column").asInt());
        return Problem.error(path, line, column, conversion.getMember("message").asString());
    }

    private Optional<Problem> syntaxError(String path, String code) {
        return javascript.syntaxError(path, BEFORE, code, AFTER);
    }

    private static String tsPath(String path) {
        return path.substring(0, path.length() - ".js".length()) + ".ts";
    }

    private static String jsPath(String path) {
        return path.substring(0, path.length() - ".ts".length()) + ".js";
    }
}
