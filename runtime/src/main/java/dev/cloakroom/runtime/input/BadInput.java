package dev.cloakroom.runtime.input;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Something that the user of the command line, or the author of a program, can put right. The message
 * says where and what to do; it is one line a problem and safe to print: characters that steer a
 * terminal or reorder text are written as escapes, for names and texts come from untrusted files.
 */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int SHOWN_PROBLEMS = 20;

    /**
     * @param where a path, with the line and column if known: {@code pages/menu/menu.wxml:3:5}
     * @param problem what is wrong and how to put it right; starts in lower case and has no final period
     */
    public BadInput(String where, String problem) {
        super(Printable.of(where + ": " + problem));
    }

    private BadInput(String message) {
        super(message);
    }

    /** All of {@code problems}, which are not empty, as one: a line each, the first twenty. */
    public static BadInput all(List<BadInput> problems) {
        return problems.size() == 1 ? problems.getFirst() : new BadInput(lines(problems));
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    private static String lines(List<BadInput> problems) {
        String shown = problems
            .stream()
            .limit(SHOWN_PROBLEMS)
            .map(BadInput::getMessage)
            .collect(Collectors.joining("\n"));
        int hidden = problems.size() - SHOWN_PROBLEMS;
        return hidden > 0 ? shown + "\nand " + hidden + " more" : shown;
    }
}
