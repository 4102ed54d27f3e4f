package dev.cloakroom.worker.compile;

import java.util.Locale;

/**
 * Something wrong in a source.
 *
 * @param path the source's path in the package
 * @param line from 1
 * @param column from 1
 * @param level whether the package can be used all the same
 * @param message starts in lower case unless the parser that found it says otherwise
 */
record Problem(String path, int line, int column, Level level, String message) {
    enum Level {
        WARNING,
        ERROR;

        /** How a frame spells it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Problem error(String path, int line, int column, String message) {
        return new Problem(path, line, column, Level.ERROR, message);
    }

    static Problem warning(String path, int line, int column, String message) {
        return new Problem(path, line, column, Level.WARNING, message);
    }

    /** The same in a text that begins {@code lines} further down in {@code path}. */
    Problem movedTo(String path, int lines) {
        return new Problem(path, line + lines, column, level, message);
    }

    Problem asWarning() {
        return warning(path, line, column, message);
    }

    /** One line for a person. */
    String text() {
        return path + ":" + line + ":" + column + ": " + message;
    }
}
