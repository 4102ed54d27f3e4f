package dev.cloakroom.runtime.server;

import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.Ids;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramTokens;
import dev.cloakroom.host.proof.DpopProof;
import dev.cloakroom.host.proof.DpopVerifier;
import dev.cloakroom.host.proof.ProofFault;
import io.javalin.http.Context;
import io.javalin.security.BasicAuthCredentials;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who calls: a program's back end, with an access token and a proof of its key (RFC 9449), or with its secret by HTTP
 * basic authentication (RFC 7617) where secrets are allowed.
 */
final class ProgramAuthentication {

    private static final Pattern DPOP = Pattern.compile("(?i)DPoP ([A-Za-z0-9_-]{1,100})");

    private final HostApi host;
    private final Origins origins;
    private final boolean secretsAllowed;

    ProgramAuthentication(HostApi host, Origins origins, boolean secretsAllowed) {
        this.host = host;
        this.origins = origins;
        this.secretsAllowed = secretsAllowed;
    }

    /** Who calls, or what they are told. */
    sealed interface Outcome {
        record Known(AuthenticatedProgram program) implements Outcome {}

        record Refused(Reply reply) implements Outcome {}
    }

    /** Checks the credentials of a request to that path. */
    Outcome of(Context request, String path) {
        var token = Headers.one(request, "Authorization").map(DPOP::matcher).filter(Matcher::matches);
        return token.isPresent()
            ? byProof(request, path, token.get().group(1))
            : bySecret(request).<Outcome>map(Outcome.Known::new).orElseGet(this::stranger);
    }

    private Outcome byProof(Context request, String path, String token) {
        return switch (proof(request, path, Optional.of(token))) {
            case DpopVerifier.Outcome.Good(var proof) -> byToken(token, proof);
            case DpopVerifier.Outcome.Faulty(var fault) -> faulty(fault);
        };
    }

    /** The request's one proof, checked but for replay. */
    DpopVerifier.Outcome proof(Context request, String path, Optional<String> token) {
        return Headers.one(request, "DPoP")
            .map(proof -> host.dpop().verify(proof, origins.target(request.method().name(), path), token))
            .orElse(new DpopVerifier.Outcome.Faulty(ProofFault.MALFORMED));
    }

    private Outcome byToken(String token, DpopProof proof) {
        return switch (host.programTokens().authenticate(token, proof)) {
            case ProgramTokens.Outcome.Known(var program) -> new Outcome.Known(program);
            case ProgramTokens.Outcome.UnknownToken() -> unknownToken();
            case ProgramTokens.Outcome.Replayed() -> faulty(ProofFault.REPLAYED);
        };
    }

    /** The program whose secret came by basic authentication; empty where secrets are not allowed. */
    Optional<AuthenticatedProgram> bySecret(Context request) {
        return Headers.one(request, "Authorization")
            .filter(_ -> secretsAllowed)
            .flatMap(_ -> credentials(request))
            .filter(given -> Ids.isId(given.getUsername()))
            .flatMap(given -> host.programs().authenticate(new ProgramId(given.getUsername()), given.getPassword()));
    }

    private static Optional<BasicAuthCredentials> credentials(Context request) {
        try {
            return Optional.ofNullable(request.basicAuthCredentials());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // a header that is no basic authentication, or one without a colon in it, is as good as none
            return Optional.empty();
        }
    }

    private Outcome stranger() {
        return new Outcome.Refused(Reply.of(ErrorCode.INVALID_CREDENTIALS).with("WWW-Authenticate", challenges()));
    }

    private static Outcome unknownToken() {
        return new Outcome.Refused(
            Reply.of(ErrorCode.INVALID_CREDENTIALS).with("WWW-Authenticate", dpop("error=\"invalid_token\", "))
        );
    }

    private static Outcome faulty(ProofFault fault) {
        var problem = HttpProblem.INVALID_DPOP_PROOF.problem().saying(fault.fix());
        return new Outcome.Refused(Reply.of(problem).with("WWW-Authenticate", dpop("error=\"invalid_dpop_proof\", ")));
    }

    /** How one could authenticate here. */
    String challenges() {
        return secretsAllowed ? "Basic realm=\"cloakroom\", " + dpop("") : dpop("");
    }

    private static String dpop(String error) {
        return "DPoP " + error + "algs=\"" + DpopVerifier.algorithms() + "\"";
    }
}
