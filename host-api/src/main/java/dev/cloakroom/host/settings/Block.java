package dev.cloakroom.host.settings;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.scope.Scope;
import java.util.Optional;

/**
 * Something that a program may not ask the user for.
 *
 * @param purpose as the manifest words it; empty for every purpose
 */
public record Block(ProgramId program, Scope scope, Optional<String> purpose) {}
