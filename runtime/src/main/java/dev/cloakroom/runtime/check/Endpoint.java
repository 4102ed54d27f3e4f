package dev.cloakroom.runtime.check;

import dev.cloakroom.runtime.net.HttpAsk;

/**
 * What answers of one shape come from.
 *
 * @param method in upper case
 * @param url without a query
 */
record Endpoint(String method, String url) {
    static Endpoint of(HttpAsk ask) {
        return of(ask.method(), ask.url().toString());
    }

    static Endpoint of(String method, String url) {
        return new Endpoint(method, url.replaceFirst("[?#].*", ""));
    }
}
