package dev.cloakroom.host.redeem.action;

import java.util.Map;

/** Something of the host's that a developer's back end names, and of which it fills the places. */
interface Template {
    /** The parameter that names the template itself. */
    String PARAMETER = "template";

    String id();

    /** What each place takes, by its name. */
    Map<String, ParameterRule> rules();
}
