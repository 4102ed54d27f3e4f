package dev.cloakroom.runtime.input;

/** Texts from untrusted files and programs, made safe for a terminal. */
public final class Printable {

    private static final int SHOWN_CHARACTERS = 2000;

    private Printable() {}

    /** The first two thousand characters, with those that steer a terminal or reorder text written as escapes. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
            .limit(SHOWN_CHARACTERS)
            .forEach(c -> append(out, c));
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        switch (Character.getType(c)) {
            case
                Character.CONTROL,
                Character.FORMAT,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR,
                Character.SURROGATE -> out.append("\\u%04x".formatted(c));
            default -> out.appendCodePoint(c);
        }
    }
}
