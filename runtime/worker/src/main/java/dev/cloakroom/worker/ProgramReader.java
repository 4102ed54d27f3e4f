package dev.cloakroom.worker;

import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/**
 * Reads the JSON of a LOAD frame. The engine parses it, so the worker needs no parser of its own; in a context in
 * which nothing else runs, so that it stands ready before a program is known.
 */
final class ProgramReader {

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

    private final Context context;
    private final Value split;

    ProgramReader(GuestLibrary library) {
        context = library.newContext();
        split = context.eval(SPLIT);
    }

    /** Reads the one program; the context is gone afterwards. */
    LoadedProgram read(String json) {
        try (context) {
            Value parts = split.execute(json);
            return new LoadedProgram(
                parts.getMember("content").asString(),
                modules(parts.getMember("paths"), parts.getMember("codes")),
                parts.getMember("templates").asString()
            );
        }
    }

    private static Map<String, String> modules(Value paths, Value codes) {
        Map<String, String> modules = new HashMap<>();
        for (long i = 0; i < paths.getArraySize(); i++) {
            modules.put(paths.getArrayElement(i).asString(), codes.getArrayElement(i).asString());
        }
        return modules;
    }
}
