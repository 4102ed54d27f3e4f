package dev.cloakroom.host.policy;

import java.util.List;

/** What the policy says of a request, with the ids of the rules that decided. */
public sealed interface Decision permits Permit, AskUser, Deny {
    List<String> rules();
}
