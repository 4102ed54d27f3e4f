/** Scenarios: a user's way through a program, played without a browser, and the report of it. */
@NullMarked
package dev.cloakroom.runtime.drive;

import org.jspecify.annotations.NullMarked;
