package dev.cloakroom.host.proof;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP request that a proof is for.
 *
 * @param method in capitals
 * @param addresses every address at which this path of the host is known, without query and fragment
 */
public record HttpTarget(String method, Set<URI> addresses) {
    private static final int MAX_LENGTH = 1024;

    public HttpTarget {
        addresses = Set.copyOf(addresses);
    }

    /** Whether the proof's {@code htm} and {@code htu} (RFC 9449, section 4.3) name this request. */
    boolean is(@Nullable String method, @Nullable String address) {
        return this.method.equals(method) && address != null && isAt(address);
    }

    private boolean isAt(String address) {
        if (address.length() > MAX_LENGTH) {
            return false;
        }
        try {
            var given = normal(new URI(address));
            return addresses.stream().anyMatch(known -> normal(known).equals(given));
        } catch (URISyntaxException e) {
            // no address is no address of this host
            return false;
        }
    }

    /** Scheme and host in lower case, the scheme's own port left out, query and fragment dropped. */
    private static String normal(URI address) {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        var host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return scheme + "://" + host + ":" + port(scheme, address.getPort()) + address.getRawPath();
    }

    private static int port(String scheme, int given) {
        return given == -1 ? (scheme.equals("https") ? 443 : 80) : given;
    }
}
