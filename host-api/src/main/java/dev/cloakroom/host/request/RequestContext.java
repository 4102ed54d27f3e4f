package dev.cloakroom.host.request;

/**
 * The circumstances of a request, as the host itself saw them.
 *
 * @param declared the manifest declares the scope with a reason
 * @param gesture a tap of the user on a button for this scope, seen by the host, started the request
 * @param foreground the program was in front of the user
 * @param session the host's id of the time that the user spends in the program; empty when there is none
 */
public record RequestContext(boolean declared, boolean gesture, boolean foreground, String session) {
    public RequestContext(boolean declared, boolean gesture, boolean foreground) {
        this(declared, gesture, foreground, "");
    }
}
