package dev.cloakroom.worker.compile;

import java.util.SortedMap;
import java.util.TreeMap;
import org.graalvm.polyglot.Value;

/** One package: each source goes to the part that knows its kind, and what they found becomes the answer. */
final class Compilation {

    private final Javascript javascript;
    private final Value answer;

    Compilation(Javascript javascript) {
        this.javascript = javascript;
        this.answer = javascript.newAnswer();
    }

    /**
     * The content of a COMPILED frame.
     *
     * @param frame the content of a COMPILE frame
     */
    String run(String frame) {
        SortedMap<String, String> sources = sources(frame);
        new Modules(javascript, sources).compile(this::file, this::problem);
        answer.invokeMember("template", new Templates(javascript, sources).compile(this::problem));
        return answer.invokeMember("json").asString();
    }

    // sorted, so that equal packages have equal answers
    private SortedMap<String, String> sources(String frame) {
        SortedMap<String, String> sources = new TreeMap<>();
        Value entries = javascript.library("sources").execute(frame);
        for (long i = 0; i < entries.getArraySize(); i++) {
            Value entry = entries.getArrayElement(i);
            sources.put(entry.getArrayElement(0).asString(), entry.getArrayElement(1).asString());
        }
        return sources;
    }

    private void file(String path, String code) {
        answer.invokeMember("file", path, code);
    }

    private void problem(Problem p) {
        answer.invokeMember("problem", p.path(), p.line(), p.column(), p.level().word(), p.message());
    }
}
