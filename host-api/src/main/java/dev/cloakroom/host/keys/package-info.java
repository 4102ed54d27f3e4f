/** The host's own keys and randomness. */
@NullMarked
package dev.cloakroom.host.keys;

import org.jspecify.annotations.NullMarked;
