package dev.cloakroom.worker;

import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.Source;

/**
 * A program as it was loaded: its code parsed once for all sessions, the rest as the text that each of them reads.
 */
final class LoadedProgram {

    /** Under this name the guest library asks for the compiled WXML; files of code end in {@code .js}. */
    private static final String TEMPLATES = "templates";

    private final String content;
    private final Map<String, Source> sources = new HashMap<>();

    /** @param content what the guest library reads, less the code */
    LoadedProgram(String content, Map<String, String> modules, String templates) {
        this.content = content;
        modules.forEach((path, code) -> sources.put(path, module(path, code)));
        sources.put(TEMPLATES, GuestLibrary.library("templates.js", templates));
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

    // all on the first line, so that lines stay what they are in the file
    private static Source module(String path, String code) {
        return Source.newBuilder("js", "(function (require, module, exports) {" + code + "\n})", path).buildLiteral();
    }
}
