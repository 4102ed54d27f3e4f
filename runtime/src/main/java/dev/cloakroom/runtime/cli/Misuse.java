package dev.cloakroom.runtime.cli;

import dev.cloakroom.runtime.input.Printable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words a command line that cannot be understood. */
final class Misuse {

    private Misuse() {}

    static String wording(ParameterException e) {
        return Printable.of(
            e instanceof UnmatchedArgumentException unknown ? unknown(unknown) : styled(String.valueOf(e.getMessage()))
        );
    }

    private static String unknown(UnmatchedArgumentException e) {
        String meant = e.getSuggestions().isEmpty() ? "" : ", did you mean `" + e.getSuggestions().getFirst() + "`?";
        return "`" + e.getUnmatched().getFirst() + "` is not known here" + meant;
    }

    private static String styled(String message) {
        return Character.toLowerCase(message.charAt(0)) + message.substring(1).replace('\'', '`');
    }
}
