package dev.cloakroom.worker.compile;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * glass-easel-template-compiler's C interface ({@code cbinding.rs} in its source), on its WebAssembly
 * module. One object holds one group of templates. Nothing is freed: the whole memory goes with the
 * object. Any method may throw {@link ChicoryException}, after which the object is of no more use.
 */
final class TemplateCompiler {

    /** Size of its struct {@code TmplParseWarning}: a string, a byte in a word, four numbers. */
    private static final int WARNING_BYTES = 28;

    private static final int STRING_BYTES = 8;
    private static final int LEVEL_ERROR = 3;

    private final Instance wasm;
    private final int group;

    TemplateCompiler() {
        WasmModule module = TemplateCompilerModule.load();
        this.wasm = Instance.builder(module)
            .withImportValues(imports(module))
            .withMachineFactory(TemplateCompilerModule::create)
            .build();
        this.group = allocate(4);
        call("tmpl_group_new", group);
    }

    /** Parses a template; returns what is wrong with it. {@code path} has no suffix. */
    List<Problem> add(String path, String wxml) {
        int result = withResult("tmpl_group_add_tmpl", path, wxml);
        int first = word(result);
        return Stream.iterate(first, at -> at + WARNING_BYTES)
            .limit(word(result + 4))
            .map(at -> warning(path + ".wxml", at))
            .toList();
    }

    /** Tells that a script exists, so that the runtime for scripts becomes part of {@link #runtime}. */
    void addScript(String path) {
        call("tmpl_group_add_script", arguments(group, path, ""));
    }

    /** The paths without suffix of the templates that a template imports or includes. */
    List<String> templatesOf(String path) {
        return strings(withResult("tmpl_group_get_direct_dependencies", path));
    }

    /** The paths without suffix of the scripts that a template names. */
    List<String> scriptsOf(String path) {
        return strings(withResult("tmpl_group_get_script_dependencies", path));
    }

    /** The names of the scripts that a template contains. */
    List<String> inlineScriptsOf(String path) {
        return strings(withResult("tmpl_group_get_inline_script_module_names", path));
    }

    String inlineScript(String path, String name) {
        return string(withResult("tmpl_group_get_inline_script", path, name));
    }

    /** How many lines stand above an inline script. */
    int linesAbove(String path, String name) {
        return (int) call("tmpl_group_get_inline_script_start_line", arguments(group, path, name))[0];
    }

    void replaceInlineScript(String path, String name, String code) {
        call("tmpl_group_set_inline_script", arguments(group, path, name, code));
    }

    /** Statements that all templates of the group need in scope. */
    String runtime() {
        return string(withResult("tmpl_group_export_globals"));
    }

    /** The expression of one template; it needs {@link #runtime}, {@code G} (templates) and {@code R} (scripts). */
    String code(String path) {
        return string(withResult("tmpl_group_get_tmpl_gen_object", path));
    }

    private Problem warning(String path, int at) {
        Problem.Level level =
            wasm.memory().read(at + STRING_BYTES) < LEVEL_ERROR ? Problem.Level.WARNING : Problem.Level.ERROR;
        return new Problem(path, 1 + word(at + 12), 1 + word(at + 16), level, string(at));
    }

    private int withResult(String function, String... texts) {
        int result = allocate(STRING_BYTES);
        long[] plain = arguments(group, texts);
        long[] all = new long[plain.length + 1];
        all[0] = result;
        System.arraycopy(plain, 0, all, 1, plain.length);
        call(function, all);
        return result;
    }

    private long[] arguments(int first, String... texts) {
        List<Long> arguments = new ArrayList<>(List.of((long) first));
        for (String text : texts) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            arguments.add((long) copy(utf8));
            arguments.add((long) utf8.length);
        }
        return arguments.stream().mapToLong(Long::longValue).toArray();
    }

    private int copy(byte[] bytes) {
        int at = allocate(Math.max(1, bytes.length));
        wasm.memory().write(at, bytes);
        return at;
    }

    private int allocate(int bytes) {
        return (int) call("__wbindgen_malloc", bytes, 4)[0];
    }

    private long[] call(String function, long... arguments) {
        return wasm.export(function).apply(arguments);
    }

    private int word(int at) {
        return wasm.memory().readInt(at);
    }

    private String string(int at) {
        return wasm.memory().readString(word(at), word(at + 4), StandardCharsets.UTF_8);
    }

    private List<String> strings(int at) {
        return Stream.iterate(word(at), each -> each + STRING_BYTES)
            .limit(word(at + 4))
            .map(this::string)
            .toList();
    }

    private static ImportValues imports(WasmModule module) {
        ImportFunction[] functions = StreamSupport.stream(
            Stream.iterate(0, i -> i + 1)
                .limit(module.importSection().importCount())
                .spliterator(),
            false
        )
            .map(i -> module.importSection().getImport(i))
            .filter(FunctionImport.class::isInstance)
            .map(i -> refusing(module, (FunctionImport) i))
            .toArray(ImportFunction[]::new);
        return ImportValues.builder().addFunction(functions).build();
    }

    /** The module's imports serve its JavaScript interface, which is not used here, and its panics. */
    private static HostFunction refusing(WasmModule module, FunctionImport imported) {
        FunctionType type = module.typeSection().getType(imported.typeIndex());
        return new HostFunction(imported.module(), imported.name(), type, (instance, arguments) -> {
            throw new ChicoryException("the template compiler called " + imported.name());
        });
    }
}
