package dev.cloakroom.runtime.leak;

import java.nio.charset.StandardCharsets;

/**
 * A personal value that no third party may see.
 *
 * @param label says whose and what it is in findings, such as {@code lin.phone}; never the value itself
 * @param value a phone number in national or international form, or a text such as an e-mail address
 */
public record PlantedValue(String label, String value) {
    private static final int TEXT_BYTES = 6;
    private static final int NUMBER_DIGITS = 8;

    /** @throws IllegalArgumentException when chance would find {@code value}; see {@link #searchable} */
    public PlantedValue {
        if (!searchable(value)) {
            throw new IllegalArgumentException("`" + label + "` is too short to be searched for");
        }
    }

    /**
     * Whether finding this value means something: a number needs 8 digits, a text 6 bytes of UTF-8 (two
     * Chinese characters). Anything shorter stands in honest data by chance.
     */
    public static boolean searchable(String value) {
        long digits = value.chars().filter(Character::isDigit).count();
        boolean number = value.chars().noneMatch(Character::isLetter);
        return number ? digits >= NUMBER_DIGITS : value.getBytes(StandardCharsets.UTF_8).length >= TEXT_BYTES;
    }

    /** Names the value without saying it. */
    @Override
    public String toString() {
        return "PlantedValue[" + label + "]";
    }
}
