package dev.cloakroom.runtime.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;

/** {@code GET /v1/openapi.json}: the document of this API, the one that is in {@code docs}. */
final class OpenApi {

    static final String PATH = "/v1/openapi.json";

    private static final byte[] DOCUMENT = read();

    private OpenApi() {}

    static void serve(Context request) {
        request.contentType("application/json").result(DOCUMENT);
    }

    /** The document as it is served. */
    static byte[] read() {
        try (var in = OpenApi.class.getResourceAsStream("/dev/cloakroom/runtime/schema/openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("the build did not copy docs/openapi.json");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
