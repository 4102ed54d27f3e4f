/** The policy enforcement point: host calls of programs, from a closed registry. */
@NullMarked
package dev.cloakroom.runtime.bridge;

import org.jspecify.annotations.NullMarked;
