package dev.cloakroom.host.request;

/**
 * The circumstances of a request, as the host itself saw them.
 *
 * @param declared the manifest declares the scope with a reason
 * @param gesture a tap of the user on a button for this scope, seen by the host, started the request
 * @param foreground the program was in front of the user
 */
public record RequestContext(boolean declared, boolean gesture, boolean foreground) {}
