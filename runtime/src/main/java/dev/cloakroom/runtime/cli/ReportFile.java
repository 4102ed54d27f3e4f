package dev.cloakroom.runtime.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.FileTrouble;
import dev.cloakroom.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that a report goes to. */
record ReportFile(Path path) {
    /**
     * Looks whether it can be written, before a scenario is played for nothing.
     *
     * @throws BadInput when it cannot
     */
    void check() {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(path)) {
            throw refused("it is a folder: name a file");
        }
        if (!Files.isDirectory(folder)) {
            throw refused("there is no folder `" + folder + "`: create it");
        }
        if (!Files.isWritable(Files.exists(path) ? path : folder)) {
            throw refused("this user has no right to it");
        }
    }

    void write(JsonNode report) {
        try {
            Files.writeString(path, Json.pretty(report) + "\n");
        } catch (IOException e) {
            throw refused(FileTrouble.why(e));
        }
    }

    private BadInput refused(String why) {
        return new BadInput(path.toString(), "the report cannot be written: " + why);
    }
}
