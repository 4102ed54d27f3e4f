package dev.cloakroom.runtime.server;

import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.Ids;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistry;
import io.javalin.http.Context;
import io.javalin.security.BasicAuthCredentials;
import java.util.Optional;

/** Who calls: a program's back end, by HTTP basic authentication (RFC 7617) with its program credentials. */
final class ProgramAuthentication {

    private final ProgramRegistry programs;

    ProgramAuthentication(ProgramRegistry programs) {
        this.programs = programs;
    }

    /** Empty when nobody or nobody known calls. */
    Optional<AuthenticatedProgram> of(Context request) {
        return credentials(request)
            .filter(given -> Ids.isId(given.getUsername()))
            .flatMap(given -> programs.authenticate(new ProgramId(given.getUsername()), given.getPassword()));
    }

    private static Optional<BasicAuthCredentials> credentials(Context request) {
        try {
            return Optional.ofNullable(request.basicAuthCredentials());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // a header that is no basic authentication, or one without a colon in it, is as good as none
            return Optional.empty();
        }
    }
}
