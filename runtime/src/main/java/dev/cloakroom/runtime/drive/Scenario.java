package dev.cloakroom.runtime.drive;

import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.JsonFiles;
import java.nio.file.Path;
import java.util.List;

/**
 * What users do with a program, step by step; {@code docs/scenario.schema.json} describes its file.
 *
 * @param title what it shows; the file's name if it says nothing
 * @param steps at least one, each with a user who exists
 */
public record Scenario(String title, List<Step> steps) {
    public Scenario {
        steps = List.copyOf(steps);
    }

    /**
     * The scenario in {@code file}.
     *
     * @param users who can act in it; the first acts where the scenario names nobody
     * @throws BadInput naming the file, and line and step where it can
     */
    public static Scenario read(Path file, Users users) {
        return new ScenarioReader(JsonFiles.read(file), users).scenario();
    }
}
