package dev.cloakroom.runtime.server;

import dev.cloakroom.host.identity.AuthenticatedProgram;
import io.javalin.http.Context;
import java.util.Optional;

/** A call of a program that is known. */
record Call(AuthenticatedProgram program, Context request) {
    /** What one URL does with a call and its content. */
    @FunctionalInterface
    interface Route<B> {
        Reply answer(Call call, B body);
    }

    /** A part of the path that its template names. */
    String segment(String name) {
        return request.pathParam(name);
    }

    boolean has(String header) {
        return Headers.has(request, header);
    }

    /** A header, when it came once. */
    Optional<String> header(String name) {
        return Headers.one(request, name);
    }
}
