package dev.cloakroom.host.identity;

import java.util.regex.Pattern;

/** The one shape of ids that are given to the host. */
public final class Ids {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@+-]{0,127}");

    private Ids() {}

    /**
     * Returns {@code value} when it is an id: 1 to 128 letters, digits and {@code . _ : @ + -}.
     *
     * @throws IllegalArgumentException otherwise; the message says {@code what} but not the value
     */
    public static String require(String value, String what) {
        if (!isId(value)) {
            throw new IllegalArgumentException(
                what + " must be 1 to 128 letters, digits and . _ : @ + -, and start with a letter or digit"
            );
        }
        return value;
    }

    /** Whether {@link #require} takes it: ask first for ids that come from outside. */
    public static boolean isId(String value) {
        return SHAPE.matcher(value).matches();
    }
}
