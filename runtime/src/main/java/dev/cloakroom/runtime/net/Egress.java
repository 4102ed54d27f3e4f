package dev.cloakroom.runtime.net;

/** The only way from a program to the network. */
public interface Egress {
    /**
     * Sends and waits.
     *
     * @throws EgressFailed when nothing came back
     */
    HttpAnswer send(HttpAsk ask) throws EgressFailed;
}
