package dev.cloakroom.host;

import dev.cloakroom.host.alias.Aliases;
import dev.cloakroom.host.delivery.Deliveries;
import dev.cloakroom.host.identity.ProgramRegistry;

/** What a host's actions are made of, beside the adapters that the host app brings. */
public record HostParts(ProgramRegistry programs, Aliases aliases, Deliveries deliveries) {}
