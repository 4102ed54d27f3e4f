package dev.cloakroom.runtime.attack;

import dev.cloakroom.runtime.program.MiniProgram;
import dev.cloakroom.runtime.program.ProgramLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The program that holds the attacks: {@code src/test/attacks/lab}, and one file more for each of them. */
final class AttackProgram {

    private static final Path LAB = Path.of("src/test/attacks/lab");

    private AttackProgram() {}

    /**
     * Puts it together in {@code folder}.
     *
     * @param secretFile a file of the host that no program may read
     */
    static MiniProgram in(Path folder, List<Attack> attacks, Path secretFile) throws IOException {
        try (Stream<Path> files = Files.walk(LAB)) {
            files.filter(Files::isRegularFile).forEach(file -> copy(file, folder.resolve(LAB.relativize(file))));
        }
        write(folder.resolve("where.js"), "module.exports = { secretFile: '" + secretFile + "' }");
        attacks.forEach(attack -> write(folder.resolve("attacks/" + attack.id() + ".js"), module(attack)));
        return ProgramLoader.load(folder);
    }

    private static String module(Attack attack) {
        return "module.exports = async (lab) => {" + attack.code() + "\n}\n";
    }

    private static void copy(Path from, Path to) {
        try {
            write(to, Files.readString(from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
