package dev.cloakroom.host.error;

/**
 * Everything that a program or a developer's back end can be told about a refusal: one table for both sides.
 * Several {@link RefusalReason}s share a code where the difference would tell an outsider about the user.
 */
public enum ErrorCode {
    USER_DENIED(104, "fail user deny", 403, "user-denied", "the user did not allow this"),
    NOT_DECLARED(
        112,
        "fail api scope is not declared in the privacy agreement",
        403,
        "not-declared",
        "the program does not declare this scope"
    ),
    GESTURE_REQUIRED(
        ErrorCode.UNNUMBERED,
        "fail can only be invoked by user TAP gesture.",
        403,
        "gesture-required",
        "this scope needs a tap of the user"
    ),
    NO_PERMISSION(ErrorCode.UNNUMBERED, "fail no permission", 403, "not-permitted", "the host's policy denies this"),
    INVALID_PARAMETER(1001, "fail parameter error", 400, "invalid-request", "a parameter is missing or not allowed"),
    INVALID_CREDENTIALS(
        ErrorCode.UNNUMBERED,
        "fail no permission",
        401,
        "invalid-client",
        "the program credentials are not valid"
    ),
    INVALID_CODE(ErrorCode.UNNUMBERED, "fail invalid code", 400, "invalid-code", "the login code is not valid"),
    INVALID_TOKEN(ErrorCode.UNNUMBERED, "fail invalid token", 400, "invalid-token", "the token is not valid"),
    IDEMPOTENCY_KEY_REUSED(
        ErrorCode.UNNUMBERED,
        "fail parameter error",
        422,
        "idempotency-key-reused",
        "the idempotency key was used for another request"
    ),
    IDEMPOTENCY_KEY_REQUIRED(
        ErrorCode.UNNUMBERED,
        "fail parameter error",
        400,
        "idempotency-key-required",
        "a token of several uses needs an idempotency key for each"
    ),
    SYSTEM_ERROR(ErrorCode.UNNUMBERED, "fail system error", 500, "server-error", "the host could not do this now");

    /** The {@code errno} of texts for which WeChat documents no number. */
    public static final int UNNUMBERED = -1;

    private final int errno;
    private final String errMsg;
    private final int status;
    private final String problem;
    private final String detail;

    ErrorCode(int errno, String errMsg, int status, String problem, String detail) {
        this.errno = errno;
        this.errMsg = errMsg;
        this.status = status;
        this.problem = problem;
        this.detail = detail;
    }

    /** WeChat's number, or {@link #UNNUMBERED}. */
    public int errno() {
        return errno;
    }

    /** What follows {@code "<api>:"} in a program's {@code errMsg}. */
    public String errMsg() {
        return errMsg;
    }

    /** The HTTP status for a developer's back end. */
    public int status() {
        return status;
    }

    /** The last part of the RFC 9457 problem type, such as {@code invalid-token}. */
    public String problem() {
        return problem;
    }

    /** A fixed sentence for the RFC 9457 {@code detail}. */
    public String detail() {
        return detail;
    }
}
