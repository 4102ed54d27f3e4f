package dev.cloakroom.host.policy;

/** A policy file is not in the format; the message says where and what is expected. */
public final class PolicyFormatException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PolicyFormatException(String message) {
        super(message);
    }

    PolicyFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
