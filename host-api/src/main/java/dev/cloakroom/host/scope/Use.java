package dev.cloakroom.host.scope;

import java.time.Instant;
import java.util.Map;

/**
 * What somebody is about to do with a token.
 *
 * @param parameters what the developer's back end gave
 * @param spent how many times the token was used before
 */
public record Use(String action, RecipientId recipient, Map<String, String> parameters, Instant at, int spent) {}
