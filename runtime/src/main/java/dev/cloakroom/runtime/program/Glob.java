package dev.cloakroom.runtime.program;

/** Globs as WeChat's tools use them: {@code *}, {@code **}, {@code ?}, <code>[a-z]</code>, <code>{a,b}</code>. */
final class Glob {

    private Glob() {}

    /** The regular expression that matches the same paths. */
    static String toRegex(String glob) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < glob.length()) {
            i += append(regex, glob, i);
        }
        return regex.toString();
    }

    /** Returns how many characters of the glob it used. */
    private static int append(StringBuilder regex, String glob, int i) {
        if (glob.startsWith("**/", i)) {
            regex.append("(?:.*/)?");
            return 3;
        }
        if (glob.startsWith("**", i)) {
            regex.append(".*");
            return 2;
        }
        regex.append(single(glob.charAt(i)));
        return 1;
    }

    private static String single(char c) {
        return switch (c) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            case '{' -> "(?:";
            case '}' -> ")";
            case ',' -> "|";
            case '[', ']', '-' -> String.valueOf(c);
            default -> Character.isLetterOrDigit(c) || c == '/' ? String.valueOf(c) : "\\" + c;
        };
    }
}
