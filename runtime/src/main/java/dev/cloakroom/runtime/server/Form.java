package dev.cloakroom.runtime.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parameters of an {@code application/x-www-form-urlencoded} body. */
final class Form {

    private static final int MAX_PARAMETERS = 20;
    private static final Pattern ENCODED = Pattern.compile("(?:[A-Za-z0-9*._~+!$'(),;:@/?-]|%[0-9A-Fa-f]{2})*");

    private final Map<String, String> parameters;

    private Form(Map<String, String> parameters) {
        this.parameters = Map.copyOf(parameters);
    }

    /** Empty when a parameter comes twice (RFC 6749, section 3.2), is not encoded, or there are too many. */
    static Optional<Form> parse(String text) {
        var parameters = new HashMap<String, String>();
        for (String pair : text.split("&", MAX_PARAMETERS + 1)) {
            int equals = pair.indexOf('=');
            if (equals < 0 || !isEncoded(pair, equals)) {
                return Optional.empty();
            }
            var name = decoded(pair.substring(0, equals));
            if (parameters.put(name, decoded(pair.substring(equals + 1))) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new Form(parameters));
    }

    private static boolean isEncoded(String pair, int equals) {
        return (
            ENCODED.matcher(pair.substring(0, equals)).matches() &&
            ENCODED.matcher(pair.substring(equals + 1)).matches()
        );
    }

    private static String decoded(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    /** A parameter; one without a value counts as left out (RFC 6749, section 3.2). */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }
}
