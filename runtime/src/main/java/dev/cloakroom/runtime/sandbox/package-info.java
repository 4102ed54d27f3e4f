/** The worker from the host's side: start, claim, kill. */
@NullMarked
package dev.cloakroom.runtime.sandbox;

import org.jspecify.annotations.NullMarked;
