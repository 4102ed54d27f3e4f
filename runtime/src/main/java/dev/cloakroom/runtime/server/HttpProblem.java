package dev.cloakroom.runtime.server;

/** What HTTP itself refuses, beside the broker's table of errors: fixed names and sentences. */
enum HttpProblem {
    INVALID_DPOP_PROOF(401, "invalid-dpop-proof", "the DPoP proof is missing or not good"),
    UNSUPPORTED_GRANT_TYPE(400, "unsupported-grant-type", "the only grant type is client_credentials"),
    INVALID_SCOPE(400, "invalid-scope", "the access token of a program has no scope: leave `scope` out"),
    NOT_FOUND(404, "not-found", "there is nothing at this path"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "this path does not take this method"),
    TIMEOUT(408, "request-timeout", "the request came too slowly"),
    TOO_LARGE(413, "too-large", "the request is longer than this path takes"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "this path takes another content type, in UTF-8"),
    MISDIRECTED(421, "misdirected-request", "this host is not known by that name"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "wait before the next request"),
    HEADERS_TOO_LARGE(431, "headers-too-large", "the request's headers are too long");

    private final int status;
    private final String type;
    private final String detail;

    HttpProblem(int status, String type, String detail) {
        this.status = status;
        this.type = type;
        this.detail = detail;
    }

    Problem problem() {
        return new Problem(status, type, detail);
    }
}
