package dev.cloakroom.runtime.compile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.program.MiniProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compiles programs: asks a compile worker once, then remembers its answer by the digest of the sources.
 * Thread-safe.
 */
public final class ProgramCompiler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DigestCache cache;
    private final String version;
    private final CompileWorker worker;

    /**
     * @param cache a directory that only the host writes; made when it is missing
     * @param version another one for each compiler that may answer differently: {@link CompilerVersion}
     * @param worker the process that parses
     */
    public ProgramCompiler(Path cache, String version, CompileWorker worker) {
        this.cache = new DigestCache(cache, ".compiled");
        this.version = version;
        this.worker = worker;
    }

    /**
     * The program as its worker loads it.
     *
     * @throws BadInput when it does not compile, with a line for each error
     * @throws IOException when the worker failed or the cache cannot be used
     */
    public CompiledProgram compile(MiniProgram program) throws IOException {
        Map<String, String> sources = program.files().texts(".wxml", ".wxs", ".js", ".ts");
        String question = json(Map.of("files", sources));
        String digest = Digest.of(version + "\n" + question);
        Optional<Answer> known = remembered(digest, sources);
        return compiled(program, known.isPresent() ? known.get() : asked(question, digest, sources));
    }

    private Optional<Answer> remembered(String digest, Map<String, String> sources) throws IOException {
        Optional<String> answer = cache.find(digest);
        return answer.isPresent() ? Optional.of(Answer.read(answer.get(), outputs(sources))) : Optional.empty();
    }

    /** Only what compiled is remembered. */
    private Answer asked(String question, String digest, Map<String, String> sources) throws IOException {
        String json = exchange(question);
        Answer answer = Answer.read(json, outputs(sources));
        List<BadInput> errors = answer.errors();
        if (!errors.isEmpty()) {
            throw BadInput.all(errors);
        }
        cache.store(digest, json);
        return answer;
    }

    private String exchange(String question) throws IOException {
        Frame answer = worker.compile(Frame.toWorker(Kind.COMPILE, question));
        if (answer.kind() != Kind.COMPILED) {
            throw new IOException("the compile worker answered with a frame " + answer.kind());
        }
        return answer.json();
    }

    private static SortedSet<String> outputs(Map<String, String> sources) {
        return sources
            .keySet()
            .stream()
            .filter(path -> path.endsWith(".js") || path.endsWith(".ts"))
            .map(path -> path.substring(0, path.length() - ".js".length()) + ".js")
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static CompiledProgram compiled(MiniProgram program, Answer answer) {
        return new CompiledProgram(
            program.manifest().appId(),
            answer.files(),
            program.json(),
            program.files().texts(".wxss"),
            answer.templates(),
            answer.warnings()
        );
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
