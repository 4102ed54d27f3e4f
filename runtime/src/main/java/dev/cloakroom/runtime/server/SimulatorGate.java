package dev.cloakroom.runtime.server;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What every request of the simulator has to pass: it names this very server as its host, which a name that was
 * bound to the loopback address anew does not; it comes from this server's own page where it says where it comes
 * from; and it has the pass.
 */
final class SimulatorGate {

    private final AccessKey access;
    private final IntSupplier port;

    SimulatorGate(AccessKey access, IntSupplier port) {
        this.access = access;
        this.port = port;
    }

    /** @throws HttpResponseException when the request names another host, or comes from another page */
    void check(Context request) {
        if (!hosts().contains(String.valueOf(request.header("Host")))) {
            throw new HttpResponseException(HttpStatus.MISDIRECTED_REQUEST.getCode(), "this is not that host");
        }
        String origin = request.header("Origin");
        if (origin != null && !origin.equals(origin(request))) {
            throw new HttpResponseException(HttpStatus.FORBIDDEN.getCode(), "this origin may not do that");
        }
    }

    /** The same for what acts, a socket or a file, which has to say where it comes from, and to have the pass. */
    void checkOwnPage(Context request) {
        check(request);
        if (request.header("Origin") == null || !isAdmitted(request)) {
            throw new HttpResponseException(HttpStatus.FORBIDDEN.getCode(), "this page may not do that");
        }
    }

    /** @throws HttpResponseException when the request has no pass */
    void checkPass(Context request) {
        if (!isAdmitted(request)) {
            throw new HttpResponseException(HttpStatus.FORBIDDEN.getCode(), "open the address that the terminal shows");
        }
    }

    /** Whether the request has the pass. */
    boolean isAdmitted(Context request) {
        return access.admits(request.cookie(cookieName()));
    }

    /** Exchanges the key for the pass, in a cookie. False when the key is wrong or used. */
    boolean admit(Context request, @Nullable String key) {
        Optional<String> pass = key == null ? Optional.empty() : access.exchange(key);
        pass.ifPresent(value ->
            request.cookie(new Cookie(cookieName(), value, "/", -1, false, true, null, SameSite.STRICT))
        );
        return pass.isPresent();
    }

    /** The origin of this server's pages, as the request addresses it. */
    static String origin(Context request) {
        return "http://" + request.header("Host");
    }

    // browsers send a cookie to every port of a host: the name keeps two simulators apart
    private String cookieName() {
        return "cloakroom-" + port.getAsInt();
    }

    private Set<String> hosts() {
        return Set.of(Loopback.ADDRESS + ":" + port.getAsInt(), "localhost:" + port.getAsInt());
    }
}
