package dev.cloakroom.runtime.net;

import java.net.URI;
import java.util.Set;

/** The only way from a program to the network. */
public interface Egress {
    /**
     * Sends and waits.
     *
     * @throws EgressFailed when nothing came back
     */
    HttpAnswer send(HttpAsk ask) throws EgressFailed;

    /**
     * Whether a program may send to {@code url} at all: to what it declares.
     *
     * @param declared origins such as {@code https://api.example.com}
     */
    default boolean admits(URI url, Set<String> declared) {
        return declared.contains(url.getScheme() + "://" + url.getRawAuthority());
    }
}
