package dev.cloakroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the compiled programs, so that other engines can be measured on the very same. */
final class ProgramFiles {

    private final Path folder;

    /** Writes at once what the programs' back end answers. */
    ProgramFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.writeString(folder.resolve("back-end.json"), BenchMenu.TEXT);
    }

    /** @param program the content of its LOAD frame */
    void write(String name, String program) throws IOException {
        Files.writeString(folder.resolve(name + ".json"), program);
    }
}
