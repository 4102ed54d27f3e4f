/** Scenarios: what users do with a program, and the report of what came of it. */
@NullMarked
package dev.cloakroom.runtime.drive;

import org.jspecify.annotations.NullMarked;
