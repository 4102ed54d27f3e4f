package dev.cloakroom.host.error;

/** Why the host refused: for the host, its ledger and its owner. Outsiders get {@link #code()} and nothing else. */
public enum RefusalReason {
    NOT_DECLARED(ErrorCode.NOT_DECLARED, "declare the scope with a reason in the program's manifest"),
    NO_GESTURE(ErrorCode.GESTURE_REQUIRED, "ask from a button that the user taps"),
    NOT_FOREGROUND(ErrorCode.NO_PERMISSION, "ask while the program is in the foreground"),
    UNKNOWN_RECIPIENT(ErrorCode.NO_PERMISSION, "name recipients of the host's registry only"),
    RECIPIENT_NOT_ALLOWED(ErrorCode.NO_PERMISSION, "name a recipient that the registry allows this scope"),
    DENIED_BY_RULE(ErrorCode.NO_PERMISSION, "see the rule in the policy"),
    NO_RULE(ErrorCode.NO_PERMISSION, "add a rule for this request to the policy"),
    RULE_ERROR(ErrorCode.NO_PERMISSION, "mend the rule; until then it denies"),

    USER_DENIED(ErrorCode.USER_DENIED, "respect the answer"),
    USER_DISMISSED(ErrorCode.USER_DENIED, "ask again at the user's next tap"),
    SWITCHED_OFF(ErrorCode.USER_DENIED, "respect the user's privacy settings"),
    DENIED_BEFORE(ErrorCode.USER_DENIED, "wait, or let the user allow it in the settings"),
    ASKED_TOO_OFTEN(ErrorCode.USER_DENIED, "ask less often"),
    NOT_AVAILABLE(ErrorCode.USER_DENIED, "offer a way without this datum"),

    INVALID_TOKEN(ErrorCode.INVALID_TOKEN, "ask the user's program for a new token"),
    ACTION_NOT_ALLOWED(ErrorCode.NO_PERMISSION, "redeem the token for an action of its scope"),
    UNKNOWN_ACTION(ErrorCode.INVALID_PARAMETER, "name an action that the host offers"),
    UNKNOWN_TEMPLATE(ErrorCode.INVALID_PARAMETER, "name a template that the host registered"),
    MISSING_PARAMETER(ErrorCode.INVALID_PARAMETER, "give every parameter of the template"),
    UNEXPECTED_PARAMETER(ErrorCode.INVALID_PARAMETER, "give only the template's parameters"),
    PARAMETER_NOT_ALLOWED(ErrorCode.INVALID_PARAMETER, "keep to the length, pattern and content that the rule allows"),
    UNKNOWN_ORDER(ErrorCode.INVALID_PARAMETER, "name an open order of this program and user"),
    REFUND_NOT_ALLOWED(ErrorCode.INVALID_PARAMETER, "refund a paid order, and no more than is left of it"),
    IDEMPOTENCY_KEY_REQUIRED(
        ErrorCode.IDEMPOTENCY_KEY_REQUIRED,
        "give each use of a token of several a key of its own"
    ),
    IDEMPOTENCY_KEY_REUSED(ErrorCode.IDEMPOTENCY_KEY_REUSED, "use a new idempotency key for a new request"),

    UNAVAILABLE(ErrorCode.SYSTEM_ERROR, "see the host's log");

    private final ErrorCode code;
    private final String fix;

    RefusalReason(ErrorCode code, String fix) {
        this.code = code;
        this.fix = fix;
    }

    /** What outsiders see. */
    public ErrorCode code() {
        return code;
    }

    /** What would mend it. */
    public String fix() {
        return fix;
    }
}
