package dev.cloakroom.worker.compile;

import com.dylibso.chicory.wasm.ChicoryException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The {@code .wxml} and {@code .wxs} files of a package, as one expression whose value maps each
 * template's path, without suffix, to its code. A script or template that fails takes only those with it
 * that use it.
 */
final class Templates {

    private static final String SCRIPT_BEFORE = "((require,exports,module)=>{";
    private static final String SCRIPT_AFTER = "\n})";

    /** Scripts name each other with the suffix, the compiler's runtime without; and two functions that scripts may use. */
    private static final String MORE_RUNTIME = """
    if(typeof D==='function')D=(d=>(p,f)=>d(p,(q,e,m)=>f(s=>q(String(s).replace(/\\.wxs$/,'')),e,m)))(D);
    var getRegExp=(p,f)=>new RegExp(p,f),getDate=(...a)=>new Date(...a);
    """;

    private final Javascript javascript;
    private final Map<String, String> templates;
    private final Map<String, String> scripts;
    /** Templates that others import and that are not there. */
    private final Set<String> absent = new TreeSet<>();
    private final TemplateCompiler compiler = new TemplateCompiler();
    /** The template that the compiler is at. */
    private String current = "";

    Templates(Javascript javascript, Map<String, String> sources) {
        this.javascript = javascript;
        this.templates = withSuffix(sources, ".wxml");
        this.scripts = withSuffix(sources, ".wxs");
    }

    /** The expression, or nothing when the compiler gave up; what is wrong goes to {@code problems}. */
    String compile(Consumer<Problem> problems) {
        try {
            scripts.keySet().forEach(compiler::addScript);
            templates.forEach((path, wxml) -> add(path, wxml, problems));
            absent.forEach(path -> compiler.add(path, ""));
            return code(problems);
        } catch (ChicoryException | StackOverflowError e) {
            problems.accept(Problem.error(current + ".wxml", 1, 1, "is too deep or too large to compile"));
            return "";
        }
    }

    private void add(String path, String wxml, Consumer<Problem> problems) {
        current = path;
        compiler.add(path, wxml).forEach(problems);
        inlineScripts(path, problems);
        references(path, wxml, problems);
    }

    private void inlineScripts(String path, Consumer<Problem> problems) {
        for (String name : compiler.inlineScriptsOf(path)) {
            Optional<Problem> error = scriptError(path, compiler.inlineScript(path, name));
            error.map(e -> e.movedTo(path + ".wxml", compiler.linesAbove(path, name))).ifPresent(problems);
            error.ifPresent(e -> compiler.replaceInlineScript(path, name, throwing(e)));
        }
    }

    private void references(String path, String wxml, Consumer<Problem> problems) {
        missing(path, wxml, compiler.scriptsOf(path), scripts, ".wxs").forEach(problems);
        compiler
            .templatesOf(path)
            .stream()
            .filter(name -> !templates.containsKey(name))
            .forEach(absent::add);
        // WeChat uses an empty one in its place
        missing(path, wxml, compiler.templatesOf(path), templates, ".wxml").map(Problem::asWarning).forEach(problems);
    }

    private static Stream<Problem> missing(
        String path,
        String wxml,
        List<String> wanted,
        Map<String, String> present,
        String suffix
    ) {
        return wanted
            .stream()
            .filter(name -> !present.containsKey(name))
            .map(name -> Mention.of(wxml, name).problem(path + ".wxml", "there is no `" + name + suffix + "`"));
    }

    private String code(Consumer<Problem> problems) {
        StringBuilder out = new StringBuilder("(()=>{var G={},R={};\n");
        out.append(compiler.runtime()).append(";\n").append(MORE_RUNTIME);
        scripts.forEach((path, code) -> out.append(script(path, code, problems)));
        templates.keySet().forEach(path -> out.append(template(path, problems)));
        absent.forEach(path -> out.append(template(path, problems)));
        return out.append("return G})()").toString();
    }

    private String script(String path, String code, Consumer<Problem> problems) {
        Optional<Problem> error = scriptError(path + ".wxs", code);
        error.map(e -> used(path) ? e : e.asWarning()).ifPresent(problems);
        String name = javascript.literal(path);
        String body = error.map(this::throwing).orElse(code);
        return "R[" + name + "]=D(" + name + "," + SCRIPT_BEFORE + body + SCRIPT_AFTER + ");\n";
    }

    private boolean used(String script) {
        return templates
            .keySet()
            .stream()
            .anyMatch(template -> compiler.scriptsOf(template).contains(script));
    }

    private String template(String path, Consumer<Problem> problems) {
        current = path;
        String name = javascript.literal(path);
        String code = compiler.code(path);
        javascript
            .syntaxError(path + ".wxml", "(", code, "\n)")
            .map(e -> Problem.error(e.path(), 1, 1, "compiles to code that does not parse: " + e.message()))
            .ifPresent(problems);
        return "try{G[" + name + "]=" + code + "}catch(e){G[" + name + "]=Object.assign(()=>{throw e},{_:{}})}\n";
    }

    private Optional<Problem> scriptError(String path, String code) {
        return javascript.syntaxError(path, SCRIPT_BEFORE, code, SCRIPT_AFTER);
    }

    private String throwing(Problem error) {
        return "throw new SyntaxError(" + javascript.literal(error.text()) + ")";
    }

    private static Map<String, String> withSuffix(Map<String, String> sources, String suffix) {
        Map<String, String> found = new LinkedHashMap<>();
        sources.forEach((path, text) -> {
            if (path.endsWith(suffix)) {
                found.put(path.substring(0, path.length() - suffix.length()), text);
            }
        });
        return found;
    }
}
