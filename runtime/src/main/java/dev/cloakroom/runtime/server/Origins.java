package dev.cloakroom.runtime.server;

import dev.cloakroom.host.proof.HttpTarget;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that the API answers to. A web page whose name was made to point here (DNS rebinding) says its own. */
final class Origins {

    private final Listening listening;
    private final IntSupplier port;

    Origins(Listening listening, IntSupplier port) {
        this.listening = listening;
        this.port = port;
    }

    /** Whether the request's one {@code Host} is one of the names, with any port: a tunnel may change that. */
    boolean knows(Context request) {
        return Headers.one(request, "Host").map(Origins::name).filter(listening.names()::contains).isPresent();
    }

    private static String name(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", "");
    }

    /** The request that a proof has to be for. */
    HttpTarget target(String method, String path) {
        return new HttpTarget(
            method,
            addresses()
                .map(origin -> URI.create(origin + path))
                .collect(Collectors.toSet())
        );
    }

    /** What an assertion may be for: the API itself, or its token endpoint. */
    Set<String> audiences() {
        return addresses()
            .flatMap(origin -> Stream.of(origin, origin + TokenRoutes.PATH))
            .collect(Collectors.toSet());
    }

    /** The first name with the port. */
    URI first() {
        return URI.create(addresses().findFirst().orElseThrow());
    }

    private Stream<String> addresses() {
        return listening
            .names()
            .stream()
            .map(name -> listening.scheme() + "://" + name + suffix());
    }

    private String suffix() {
        int given = port.getAsInt();
        return given == (listening.scheme().equals("https") ? 443 : 80) ? "" : ":" + given;
    }
}
