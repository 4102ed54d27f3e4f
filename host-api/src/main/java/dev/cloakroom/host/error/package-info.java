/** Why the host refuses, and what outsiders see of it. */
@NullMarked
package dev.cloakroom.host.error;

import org.jspecify.annotations.NullMarked;
