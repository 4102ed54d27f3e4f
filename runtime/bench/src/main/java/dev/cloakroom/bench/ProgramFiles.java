package dev.cloakroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Keeps the compiled programs, so that other engines can be measured on the very same. */
final class ProgramFiles {

    private final Path folder;

    ProgramFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes the content of each program's LOAD frame, and what its back end answers. */
    void write(Map<String, String> programs) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> program : programs.entrySet()) {
            Files.writeString(folder.resolve(program.getKey() + ".json"), program.getValue());
        }
        Files.writeString(folder.resolve("back-end.json"), BenchMenu.TEXT);
    }
}
