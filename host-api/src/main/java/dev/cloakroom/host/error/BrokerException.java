package dev.cloakroom.host.error;

/**
 * The host itself failed: its store, its keys, its configuration. Refusals are values ({@link RefusalReason}), never
 * this. The message and the cause are for the host's log; outsiders get {@link ErrorCode#SYSTEM_ERROR}.
 */
public final class BrokerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BrokerException(String message) {
        super(message);
    }

    public BrokerException(String message, Throwable cause) {
        super(message, cause);
    }
}
