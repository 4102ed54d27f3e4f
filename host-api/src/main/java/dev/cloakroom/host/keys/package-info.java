/** The host's own keys and randomness, and what it remembers outside its store. */
@NullMarked
package dev.cloakroom.host.keys;

import org.jspecify.annotations.NullMarked;
