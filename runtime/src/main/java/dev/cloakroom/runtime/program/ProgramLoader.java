package dev.cloakroom.runtime.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.JsonFiles;
import dev.cloakroom.runtime.input.JsonInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a program's directory. Its author is not trusted: nothing in it is run, followed or believed. */
public final class ProgramLoader {

    private static final String APP = "app.json";

    private ProgramLoader() {}

    /**
     * The program in {@code directory}, which holds {@code app.json} or a {@code project.config.json} that says where it is.
     *
     * @throws BadInput when something is wrong; places are relative to the program's folder
     */
    public static MiniProgram load(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new BadInput(directory.toString(), "is no directory: name the one that holds `app.json`");
        }
        ProjectConfig config = ProjectConfig.read(directory);
        return program(config.appId(), ProgramFolder.read(config.root(), config.ignore()));
    }

    private static MiniProgram program(String appId, ProgramPackage files) {
        Manifest manifest = ManifestReader.read(appId, json(files, APP), files);
        return new MiniProgram(manifest, files, configurations(manifest, files), bare(manifest, files));
    }

    /** WeChat shows a page without a template as an empty one. */
    private static List<String> bare(Manifest manifest, ProgramPackage files) {
        return manifest
            .pages()
            .stream()
            .map(page -> page + ".wxml")
            .filter(template -> !files.has(template))
            .map(template -> new BadInput(template, "there is no such file: the page is empty").getMessage())
            .toList();
    }

    private static JsonInput json(ProgramPackage files, String path) {
        byte[] content = files
            .bytes(path)
            .orElseThrow(() ->
                new BadInput(path, "is missing: create it in the program's folder, or set `miniprogramRoot`")
            );
        return JsonFiles.read(path, content);
    }

    /** What stands beside a template configures it; other JSON files are the program's own affair. */
    private static Map<String, JsonNode> configurations(Manifest manifest, ProgramPackage files) {
        Map<String, JsonNode> found = new TreeMap<>();
        found.put(APP, manifest.app());
        for (String template : files.texts(".wxml").keySet()) {
            String path = template.substring(0, template.length() - ".wxml".length()) + ".json";
            if (files.has(path)) {
                found.put(path, object(json(files, path)));
            }
        }
        return Collections.unmodifiableMap(found);
    }

    private static JsonNode object(JsonInput input) {
        if (!input.root().isObject()) {
            throw input.bad(input.root(), "the whole must be an object");
        }
        return input.root();
    }
}
