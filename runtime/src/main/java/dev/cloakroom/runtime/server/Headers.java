package dev.cloakroom.runtime.server;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Headers that may come once only: of two, a proxy and the host could each believe another. */
final class Headers {

    private Headers() {}

    /** The header, when it came once; empty when it came twice or not at all. */
    static Optional<String> one(Context request, String name) {
        List<String> all = Collections.list(request.req().getHeaders(name));
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    static boolean has(Context request, String name) {
        return request.req().getHeaders(name).hasMoreElements();
    }
}
