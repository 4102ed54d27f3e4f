package dev.cloakroom.runtime.check;

import java.util.Locale;

/** How documents spell constants. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
