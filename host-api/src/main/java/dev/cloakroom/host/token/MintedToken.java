package dev.cloakroom.host.token;

/** A new token and what the host keeps of it. */
public record MintedToken(AccessToken token, TokenRecord kept) {}
