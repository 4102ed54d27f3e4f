package dev.cloakroom.host.scope;

import java.time.Instant;

/**
 * What somebody is about to do with a token.
 *
 * @param spent how many times the token was used before
 */
public record Use(String action, RecipientId recipient, Instant at, int spent) {}
