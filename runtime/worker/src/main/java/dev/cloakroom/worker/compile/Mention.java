package dev.cloakroom.worker.compile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a template speaks of another file, both from 1. The compiler says which files a template needs
 * and not where, so this looks for the file's name in quotes.
 */
record Mention(int line, int column) {
    /** The first mention of the last part of {@code path}; the start of the text if there is none. */
    static Mention of(String text, String path) {
        Matcher name = Pattern.compile("[\"'/]" + Pattern.quote(path.substring(path.lastIndexOf('/') + 1))).matcher(
            text
        );
        String before = text.substring(0, name.find() ? name.start() + 1 : 0);
        int line =
            1 +
            (int) before
                .chars()
                .filter(c -> c == '\n')
                .count();
        return new Mention(line, before.length() - before.lastIndexOf('\n'));
    }

    Problem problem(String path, String message) {
        return Problem.error(path, line, column, message);
    }
}
