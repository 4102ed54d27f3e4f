package dev.cloakroom.protocol;

import java.io.IOException;

/** The other side broke the frame format. There is no way to go on: the worker is killed. */
public final class ProtocolException extends IOException {

    private static final long serialVersionUID = 1;

    ProtocolException(String message) {
        super(message);
    }
}
