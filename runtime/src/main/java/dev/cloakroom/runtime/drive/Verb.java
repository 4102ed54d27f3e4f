package dev.cloakroom.runtime.drive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The verbs of scenarios. */
enum Verb {
    OPEN,
    TAP,
    INPUT,
    WAIT,
    CONSENT,
    MODAL,
    PICK,
    EXPECT,
    REVOKE,
    ADVANCE,
    BACK,
    UNINSTALL,
    CLOSE;

    private static final int NEAR = 2;

    /** The verb as scenarios have it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Verb of(Step step) {
        return switch (step) {
            case Step.Open _ -> OPEN;
            case Step.Tap _ -> TAP;
            case Step.Input _ -> INPUT;
            case Step.Wait _, Step.WaitIdle _ -> WAIT;
            case Step.Consent _ -> CONSENT;
            case Step.Modal _ -> MODAL;
            case Step.Pick _ -> PICK;
            case Step.Expect _ -> EXPECT;
            case Step.Revoke _ -> REVOKE;
            case Step.Advance _ -> ADVANCE;
            case Step.Back _ -> BACK;
            case Step.Uninstall _ -> UNINSTALL;
            case Step.Close _ -> CLOSE;
        };
    }

    static Optional<Verb> named(String word) {
        return Arrays.stream(values())
            .filter(verb -> verb.word().equals(word))
            .findFirst();
    }

    /** All verbs, for a message. */
    static String all() {
        return Arrays.stream(values())
            .map(verb -> "`" + verb.word() + "`")
            .collect(Collectors.joining(", "));
    }

    /** The verb that was probably meant. */
    static Optional<Verb> like(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        Comparator<Verb> nearest = Comparator.comparingInt(verb -> distance(lower, verb.word()));
        return Arrays.stream(values())
            .min(nearest)
            .filter(verb -> distance(lower, verb.word()) <= NEAR);
    }

    /** Levenshtein's: the fewest characters to add, drop or change. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    /** What a step may have beside its verb. */
    static final List<String> BESIDE = List.of("user", "timeoutMs", "text");
}
