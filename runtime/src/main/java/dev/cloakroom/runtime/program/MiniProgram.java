package dev.cloakroom.runtime.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A program that passed the loader's checks.
 *
 * @param manifest what it says of itself
 * @param files its files
 * @param json the parsed {@code app.json} and the parsed configuration of each page and component, by path
 * @param warnings what is not in order and lets it run all the same, each with its place
 */
public record MiniProgram(Manifest manifest, ProgramPackage files, Map<String, JsonNode> json, List<String> warnings) {
    public MiniProgram {
        warnings = List.copyOf(warnings);
    }

    /** A program of which nothing needs to be said. */
    public MiniProgram(Manifest manifest, ProgramPackage files, Map<String, JsonNode> json) {
        this(manifest, files, json, List.of());
    }
}
