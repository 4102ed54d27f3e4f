package dev.cloakroom.runtime.net;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A request of a program.
 *
 * @param headers names in lower case; none that identifies the user, the host or the device
 */
public record HttpAsk(String method, URI url, Map<String, String> headers, String body, Duration timeout) {}
