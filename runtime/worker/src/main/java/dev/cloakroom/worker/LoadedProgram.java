package dev.cloakroom.worker;

import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/**
 * A program as it was loaded: its code parsed once for all sessions, the rest as the text that each of them reads.
 */
final class LoadedProgram {

    /** Under this name the guest library asks for the compiled WXML; files of code end in {@code .js}. */
    private static final String TEMPLATES = "templates";

    private static final Source SPLIT = GuestLibrary.library(
        "split.js",
        """
        (text) => {
          const { appId, files, json, wxss, templates } = JSON.parse(text)
          const paths = Object.keys(files)
          return { paths, codes: paths.map((path) => files[path]), templates,
            content: JSON.stringify({ appId, files: paths, json, wxss }) }
        }"""
    );

    private final String content;
    private final Map<String, Source> sources;

    private LoadedProgram(String content, Map<String, Source> sources) {
        this.content = content;
        this.sources = sources;
    }

    /** Reads the JSON of a LOAD frame. The engine parses it, so the worker needs no parser of its own. */
    static LoadedProgram parse(GuestLibrary library, String json) {
        try (Context context = library.newContext()) {
            Value parts = context.eval(SPLIT).execute(json);
            Map<String, Source> sources = modules(parts.getMember("paths"), parts.getMember("codes"));
            sources.put(TEMPLATES, GuestLibrary.library("templates.js", parts.getMember("templates").asString()));
            return new LoadedProgram(parts.getMember("content").asString(), Map.copyOf(sources));
        }
    }

    /** JSON for the guest library: {@code appId}, the paths of {@code files}, {@code json} and {@code wxss}. */
    String content() {
        return content;
    }

    /** The code of a file, as a function of {@code require}, {@code module} and {@code exports}; or of the templates. */
    Source source(String path) {
        Source source = sources.get(path);
        if (source == null) {
            throw new IllegalArgumentException("the program has no file `" + path + "`");
        }
        return source;
    }

    private static Map<String, Source> modules(Value paths, Value codes) {
        Map<String, Source> sources = new HashMap<>();
        for (long i = 0; i < paths.getArraySize(); i++) {
            String path = paths.getArrayElement(i).asString();
            sources.put(path, module(path, codes.getArrayElement(i).asString()));
        }
        return sources;
    }

    // all on the first line, so that lines stay what they are in the file
    private static Source module(String path, String code) {
        return Source.newBuilder("js", "(function (require, module, exports) {" + code + "\n})", path).buildLiteral();
    }
}
