package dev.cloakroom.runtime.gate;

import java.nio.file.Path;

/** The mini programs that come with the project. */
final class Samples {

    private static final Path ALL = Path.of("..", "sample-miniprograms");

    static final Path FOOD_ORDER = ALL.resolve("food-order");
    static final Path PHONE_THIEF = ALL.resolve("hostile").resolve("phone-thief");

    private Samples() {}

    static Path scenario(Path program, String name) {
        return program.resolve("scenarios").resolve(name);
    }
}
