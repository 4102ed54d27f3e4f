package dev.cloakroom.host.request;

/** Text of a program that the host shows to its user or writes down. */
public final class GuestText {

    private GuestText() {}

    /**
     * {@code text} with every character that is invisible or moves others (controls, bidirectional marks, zero width,
     * line ends, unassigned) written as <code>&#92;u{202e}</code>, cut to {@code maxLength} code points with an
     * ellipsis. The result of a result is the same.
     */
    public static String visible(String text, int maxLength) {
        var shown = new StringBuilder();
        text.strip()
            .codePoints()
            .forEach(point -> appendVisible(shown, point));
        var tooLong = shown.codePointCount(0, shown.length()) > maxLength;
        return tooLong ? shown.substring(0, shown.offsetByCodePoints(0, maxLength - 1)) + '…' : shown.toString();
    }

    private static void appendVisible(StringBuilder shown, int point) {
        if (isVisible(point)) {
            shown.appendCodePoint(point);
        } else {
            shown.append("\\u{").append(Integer.toHexString(point)).append('}');
        }
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case
                Character.CONTROL,
                Character.FORMAT,
                Character.SURROGATE,
                Character.PRIVATE_USE,
                Character.UNASSIGNED,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> point == ' ' || point == '\u3000';
            default -> !isBlankLetter(point);
        };
    }

    /** Letters and marks that paint nothing, which the categories do not tell apart. */
    private static boolean isBlankLetter(int point) {
        return (
            point == 0x034F ||
            point == 0x115F ||
            point == 0x1160 ||
            point == 0x2800 ||
            point == 0x3164 ||
            point == 0xFFA0 ||
            point == 0x17B4 ||
            point == 0x17B5 ||
            (point >= 0x180B && point <= 0x180F) ||
            (point >= 0xFE00 && point <= 0xFE0F) ||
            (point >= 0xE0100 && point <= 0xE01EF)
        );
    }
}
