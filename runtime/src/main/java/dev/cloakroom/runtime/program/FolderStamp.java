package dev.cloakroom.runtime.program;

import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a program's folder looks from outside. Two that are equal mean that nothing of the package changed; nothing
 * of the files is read but the project's configuration.
 *
 * @param files size and time of each file by its path; one entry that says what is wrong with a folder that is
 *     not in order
 */
public record FolderStamp(Map<String, String> files) {
    /** How the program's folder looks now. */
    public static FolderStamp of(Path directory) {
        try {
            ProjectConfig config = ProjectConfig.read(directory);
            var visitor = new Visitor(config.root(), config.ignore());
            Files.walkFileTree(config.root(), visitor);
            return new FolderStamp(visitor.files);
        } catch (BadInput e) {
            return new FolderStamp(Map.of("", e.getMessage()));
        } catch (IOException e) {
            return new FolderStamp(Map.of("", FileTrouble.why(e)));
        }
    }

    private static final class Visitor extends PackedFiles {

        private final Map<String, String> files = new TreeMap<>();

        private Visitor(Path root, IgnoreRules ignore) {
            super(root, ignore);
        }

        @Override
        void visit(String path, Path file, BasicFileAttributes attributes) {
            files.put(path, attributes.size() + " " + attributes.lastModifiedTime());
        }
    }
}
