package dev.cloakroom.runtime.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.input.JsonFiles;
import dev.cloakroom.runtime.input.JsonInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What the host reads of {@code project.config.json}.
 *
 * @param appId the program's id
 * @param root the folder of the program itself
 * @param ignore what of it is not packed
 */
record ProjectConfig(String appId, Path root, IgnoreRules ignore) {
    private static final String NAME = "project.config.json";
    private static final byte[] NOTHING = { '{', '}' };

    /** The id that WeChat's own tools give to a program without one. */
    private static final String TOURIST = "touristappid";

    private static final Pattern APP_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /**
     * The configuration of the project in {@code directory}; a folder without one is a program by itself.
     *
     * @throws BadInput when it is wrong
     */
    static ProjectConfig read(Path directory) {
        Path file = directory.resolve(NAME);
        boolean there = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        JsonInput input = JsonFiles.read(NAME, there ? JsonFiles.bytes(file) : NOTHING);
        JsonNode ignore = input.root().path("packOptions").path("ignore");
        return new ProjectConfig(appId(input), root(input, directory), IgnoreRules.of(input, ignore));
    }

    private static String appId(JsonInput input) {
        JsonNode appId = input.root().path("appid");
        if (appId.asText().isEmpty()) {
            return TOURIST;
        }
        if (!APP_ID.matcher(appId.asText()).matches()) {
            throw input.bad(input.root(), "`appid` must be 1 to 64 letters, digits, `-` and `_`");
        }
        return appId.asText();
    }

    private static Path root(JsonInput input, Path directory) {
        String name = input.root().path("miniprogramRoot").asText().replaceFirst("^\\./", "").replaceFirst("/$", "");
        if (name.isEmpty() || name.equals(".")) {
            return directory;
        }
        if (!isPlainFolder(directory, insidePath(input, name))) {
            throw input.bad(
                input.root().path("miniprogramRoot"),
                "`miniprogramRoot` must be a folder beside this file"
            );
        }
        return directory.resolve(name);
    }

    private static String insidePath(JsonInput input, String name) {
        try {
            return ProgramPackage.checkedPath(name);
        } catch (BadInput e) {
            throw input.bad(
                input.root().path("miniprogramRoot"),
                "`miniprogramRoot` must be a relative path without `..`"
            );
        }
    }

    private static boolean isPlainFolder(Path directory, String name) {
        try {
            Path real = directory.resolve(name).toRealPath();
            return Files.isDirectory(real) && real.equals(directory.toRealPath().resolve(name));
        } catch (IOException e) {
            return false;
        }
    }
}
