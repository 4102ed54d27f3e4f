package dev.cloakroom.host.alias;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;

/** The program that an alias was made for, and the user that it stands for. */
public record AliasOwner(ProgramId program, UserId user) {}
