package dev.cloakroom.runtime.bridge.api;

import java.util.Locale;
import java.util.regex.Pattern;

/** The host's constants as programs write them: {@code AGE_OVER_18} is {@code ageOver18}. */
final class Names {

    private static final Pattern WORD_START = Pattern.compile("_(.)");

    private Names() {}

    static String of(Enum<?> constant) {
        String lower = constant.name().toLowerCase(Locale.ROOT);
        return WORD_START.matcher(lower).replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }
}
