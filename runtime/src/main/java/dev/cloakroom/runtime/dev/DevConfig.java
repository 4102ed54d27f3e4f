package dev.cloakroom.runtime.dev;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.input.JsonFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * {@code cloakroom.dev.json}: how a program's developer works on it. {@code docs/dev.schema.json} has
 * the format.
 *
 * @param developerId the developer, as a host app's registry would name it
 * @param developerName the name that users see
 * @param backend the developer's back end, if the program has one
 */
public record DevConfig(String developerId, String developerName, Optional<Backend> backend) {
    /** The file's name, beside {@code app.json}. */
    public static final String FILE = "cloakroom.dev.json";

    private static final DevConfig DEFAULT = new DevConfig("local-developer", "Local developer", Optional.empty());

    /**
     * A back end.
     *
     * @param command the program and its arguments, run in the program's folder
     * @param serves the public origin that it stands for
     */
    public record Backend(List<String> command, String serves) {}

    /** The folder's configuration, or the default where it has none. */
    public static DevConfig read(Path folder) {
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? of(JsonFiles.read(file).matching("dev").root()) : DEFAULT;
    }

    private static DevConfig of(JsonNode root) {
        JsonNode developer = root.path("developer");
        return new DevConfig(
            developer.path("id").asText(DEFAULT.developerId),
            developer.path("name").asText(DEFAULT.developerName),
            root.has("backend") ? Optional.of(backend(root.get("backend"))) : Optional.empty()
        );
    }

    private static Backend backend(JsonNode backend) {
        List<String> command = StreamSupport.stream(backend.get("command").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
        return new Backend(command, backend.get("serves").asText());
    }
}
