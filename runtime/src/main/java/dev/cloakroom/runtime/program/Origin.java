package dev.cloakroom.runtime.program;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The origins that a program may name: {@code https}, or {@code http} on the loopback interface, and nothing behind it. */
final class Origin {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Origin() {}

    /** The origin in lower case and without its default port, or empty if {@code text} is none. */
    static Optional<String> normalized(String text) {
        try {
            URI uri = new URI(text);
            return isOrigin(uri) ? Optional.of(normalized(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isOrigin(URI uri) {
        return uri.getHost() != null && isSafe(uri) && isBare(uri) && uri.getPort() <= 65535;
    }

    private static boolean isSafe(URI uri) {
        return scheme(uri).equals("https") || (scheme(uri).equals("http") && LOOPBACK.contains(host(uri)));
    }

    private static boolean isBare(URI uri) {
        boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
        return bare && uri.getRawPath().isEmpty();
    }

    private static String normalized(URI uri) {
        int standard = scheme(uri).equals("https") ? 443 : 80;
        String port = uri.getPort() < 0 || uri.getPort() == standard ? "" : ":" + uri.getPort();
        return scheme(uri) + "://" + host(uri) + port;
    }

    private static String scheme(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    }

    private static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }
}
