package dev.cloakroom.host.identity;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What one program knows one user by: 128 random bits as base64url, kept in a table and never derived from anything,
 * so that two programs cannot join their tables.
 */
public record PairwiseSubject(@JsonValue String value) {}
