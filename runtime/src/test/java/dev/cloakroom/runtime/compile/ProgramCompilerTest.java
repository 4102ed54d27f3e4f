package dev.cloakroom.runtime.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.program.Manifest;
import dev.cloakroom.runtime.program.MiniProgram;
import dev.cloakroom.runtime.program.ProgramPackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramCompilerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMPILED = """
    {"files": {"a.js": "1", "b.js": "2"}, "templates": "T", "problems": [
      {"path": "a.wxml", "line": 2, "column": 3, "level": "warning", "message": "odd"}]}""";

    @TempDir
    Path cache;

    private final List<Frame> asked = new ArrayList<>();
    private int closed;
    private String answer = COMPILED;

    @Test
    void compile_gathersWhatAWorkerLoads() throws Exception {
        CompiledProgram compiled = compile(program("a.js", "1", "b.ts", "2", "a.wxml", "<view/>", "a.wxss", "a{}"));

        JsonNode load = JSON.readTree(compiled.toLoadJson());
        assertThat(load).isEqualTo(
            JSON.readTree(
                """
                {"appId": "wx01", "files": {"a.js": "1", "b.js": "2"}, "json": {"app.json": {"pages": ["a"]}},
                 "wxss": {"a.wxss": "a{}"}, "templates": "T"}"""
            )
        );
        assertThat(compiled.warnings()).containsExactly("a.wxml:2:3: odd");
    }

    @Test
    void compile_sendsTheSourcesAndNothingElse() throws Exception {
        compile(
            program("a.js", "1", "b.ts", "2", "c.wxml", "3", "d.wxs", "4", "e.wxss", "5", "f.json", "6", "g.png", "7")
        );

        assertThat(asked).containsExactly(
            Frame.toWorker(Kind.COMPILE, "{\"files\":{\"a.js\":\"1\",\"b.ts\":\"2\",\"c.wxml\":\"3\",\"d.wxs\":\"4\"}}")
        );
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void compile_asksOnceForEqualSources() throws Exception {
        CompiledProgram first = compile(program("a.js", "1", "b.js", "2"));
        CompiledProgram second = compile(program("a.js", "1", "b.js", "2"));

        assertThat(second).isEqualTo(first);
        assertThat(asked).hasSize(1);
    }

    @Test
    void compile_asksAgainForOtherSources() throws Exception {
        compile(program("a.js", "1", "b.js", "2"));
        compile(program("a.js", "1", "b.js", "3"));

        assertThat(asked).hasSize(2);
    }

    @Test
    void compile_asksAgainForAnotherCompiler() throws Exception {
        compile(program("a.js", "1", "b.js", "2"));
        new ProgramCompiler(cache, "v2", Worker::new).compile(program("a.js", "1", "b.js", "2"));

        assertThat(asked).hasSize(2);
    }

    @Test
    void compile_asksAgainWhenTheCacheIsDamaged() throws Exception {
        CompiledProgram first = compile(program("a.js", "1", "b.js", "2"));
        String whole = Files.readString(entry());

        for (String damaged : List.of(
            "",
            "x",
            whole.substring(0, whole.length() - 1),
            whole.replace("\"1\"", "\"9\"")
        )) {
            asked.clear();
            Files.writeString(entry(), damaged);

            assertThat(compile(program("a.js", "1", "b.js", "2"))).isEqualTo(first);
            assertThat(asked).hasSize(1);
            assertThat(entry()).hasContent(whole);
        }
    }

    @Test
    void compile_refusesProgramWithErrors() {
        answer = problems(2, "error");

        assertRefused("p.js:1:5: wrong 1\np.js:2:5: wrong 2");
    }

    @Test
    void compile_listsTwentyErrors() {
        answer = problems(22, "error");

        assertThatThrownBy(() -> compile(program("p.js", "")))
            .isInstanceOf(BadInput.class)
            .hasMessageContaining("p.js:20:5: wrong 20\nand 2 more")
            .hasMessageNotContaining("wrong 21");
    }

    @Test
    void compile_takesUnknownLevelForAnError() {
        answer = problems(1, "odd");

        assertRefused("p.js:1:5: wrong 1");
    }

    @Test
    void compile_remembersNoErrors() throws Exception {
        answer = problems(1, "error");
        assertRefused("p.js:1:5: wrong 1");
        answer = "{\"files\": {}, \"templates\": \"\", \"problems\": []}";

        assertThat(compile(program("p.js", "")).files()).isEmpty();
    }

    @Test
    void compile_refusesFilesThatWereNotAskedFor() {
        answer = "{\"files\": {\"a.js\": \"1\", \"evil.js\": \"2\"}, \"templates\": \"\", \"problems\": []}";

        assertBroken("the compile worker answered with files that it was not given");
    }

    @Test
    void compile_refusesAnswerOfAnotherShape() {
        answer = "{\"files\": {\"a.js\": 1}, \"templates\": \"\", \"problems\": []}";
        assertBroken("the compile worker's answer has another shape than COMPILED");

        answer = "{\"files\": {}, \"problems\": []}";
        assertBroken("the compile worker's answer has another shape than COMPILED");
    }

    @Test
    void ofClassPath_isStable() throws Exception {
        assertThat(CompilerVersion.ofClassPath()).hasSize(64).isEqualTo(CompilerVersion.ofClassPath());
    }

    private CompiledProgram compile(MiniProgram program) throws IOException {
        return new ProgramCompiler(cache, "v1", Worker::new).compile(program);
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> compile(program("p.js", "")))
            .isInstanceOf(BadInput.class)
            .hasMessage(message);
    }

    private void assertBroken(String message) {
        assertThatThrownBy(() -> compile(program("a.js", "")))
            .isInstanceOf(IOException.class)
            .hasMessage(message);
        assertThat(cache).isEmptyDirectory();
    }

    private Path entry() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.collect(Collectors.collectingAndThen(Collectors.toList(), List::getFirst));
        }
    }

    private static String problems(int count, String level) {
        return IntStream.rangeClosed(1, count)
            .mapToObj(i ->
                "{\"path\": \"p.js\", \"line\": %d, \"column\": 5, \"level\": \"%s\", \"message\": \"wrong %d\"}".formatted(
                    i,
                    level,
                    i
                )
            )
            .collect(Collectors.joining(",", "{\"files\": {}, \"templates\": \"\", \"problems\": [", "]}"));
    }

    private static MiniProgram program(String... files) throws IOException {
        Map<String, byte[]> contents = new HashMap<>();
        for (int i = 0; i < files.length; i += 2) {
            contents.put(files[i], files[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        ObjectNode app = (ObjectNode) JSON.readTree("{\"pages\": [\"a\"]}");
        Manifest manifest = new Manifest("wx01", List.of("a"), List.of(), Map.of(), Set.of(), Set.of(), Map.of(), app);
        return new MiniProgram(manifest, ProgramPackage.of(contents), Map.of("app.json", app));
    }

    private final class Worker implements CompileWorker {

        @Override
        public Frame exchange(Frame compile) {
            asked.add(compile);
            return Frame.toWorker(Kind.COMPILED, answer);
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
