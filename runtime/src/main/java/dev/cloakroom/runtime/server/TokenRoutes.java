package dev.cloakroom.runtime.server;

import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.ProgramTokens;
import dev.cloakroom.host.proof.ClientAssertion;
import dev.cloakroom.host.proof.DpopProof;
import dev.cloakroom.host.proof.DpopVerifier;
import dev.cloakroom.host.proof.ProofFault;
import dev.cloakroom.runtime.json.Json;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * {@code POST /v1/token}: a program's client credentials (RFC 6749, section 4.4), with an assertion that it signed
 * (RFC 7523) or its secret, for an access token that is bound to the key of its DPoP proof (RFC 9449, section 5).
 * Refusals are in the form of RFC 6749, section 5.2.
 */
final class TokenRoutes {

    static final String PATH = "/v1/token";

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final int BAD_REQUEST = 400;

    private final HostApi host;
    private final ProgramAuthentication authentication;
    private final Origins origins;

    TokenRoutes(HostApi host, ProgramAuthentication authentication, Origins origins) {
        this.host = host;
        this.authentication = authentication;
        this.origins = origins;
    }

    /** What RFC 6749 has for content that is none. */
    static Reply malformed(Reply refused) {
        return refused.asOAuth("invalid_request", refused.status());
    }

    Reply answer(Context request, Form form) {
        if (form.parameter("grant_type").isEmpty() || twice(request, form)) {
            return malformed(Reply.of(ErrorCode.INVALID_PARAMETER));
        }
        if (!form.parameter("grant_type").equals(Optional.of("client_credentials"))) {
            return Reply.of(HttpProblem.UNSUPPORTED_GRANT_TYPE).asOAuth("unsupported_grant_type", BAD_REQUEST);
        }
        if (form.parameter("scope").isPresent()) {
            return Reply.of(HttpProblem.INVALID_SCOPE).asOAuth("invalid_scope", BAD_REQUEST);
        }
        return switch (authentication.proof(request, PATH, Optional.empty())) {
            case DpopVerifier.Outcome.Good(var proof) -> withProof(request, form, proof);
            case DpopVerifier.Outcome.Faulty(var fault) -> faulty(fault);
        };
    }

    /** A request authenticates in one way only (RFC 6749, section 2.3). */
    private static boolean twice(Context request, Form form) {
        return form.parameter("client_assertion").isPresent() && Headers.has(request, "Authorization");
    }

    private Reply withProof(Context request, Form form, DpopProof proof) {
        return program(request, form)
            .map(program -> issue(program, proof))
            .orElseGet(() ->
                Reply.of(ErrorCode.INVALID_CREDENTIALS)
                    .with("WWW-Authenticate", authentication.challenges())
                    .asOAuth("invalid_client", ErrorCode.INVALID_CREDENTIALS.status())
            );
    }

    private Optional<AuthenticatedProgram> program(Context request, Form form) {
        var program = form.parameter("client_assertion").isPresent()
            ? byAssertion(form)
            : authentication.bySecret(request);
        return program.filter(known -> form.parameter("client_id").map(known.id().value()::equals).orElse(true));
    }

    private Optional<AuthenticatedProgram> byAssertion(Form form) {
        return form
            .parameter("client_assertion")
            .filter(_ -> form.parameter("client_assertion_type").equals(Optional.of(ASSERTION_TYPE)))
            .flatMap(ClientAssertion::parse)
            .flatMap(assertion -> host.programs().authenticate(assertion, origins.audiences()));
    }

    private Reply issue(AuthenticatedProgram program, DpopProof proof) {
        return host
            .programTokens()
            .issue(program, proof)
            .map(TokenRoutes::issued)
            .orElseGet(() -> faulty(ProofFault.REPLAYED));
    }

    private static Reply issued(String token) {
        return Reply.ok(
            Json.object()
                .put("access_token", token)
                .put("token_type", "DPoP")
                .put("expires_in", ProgramTokens.LIFETIME.toSeconds())
        );
    }

    private static Reply faulty(ProofFault fault) {
        return Reply.of(HttpProblem.INVALID_DPOP_PROOF.problem().saying(fault.fix())).asOAuth(
            "invalid_dpop_proof",
            BAD_REQUEST
        );
    }
}
