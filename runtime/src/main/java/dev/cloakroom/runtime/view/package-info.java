/** The host's own copy of what a program shows, and the way events come back. */
@NullMarked
package dev.cloakroom.runtime.view;

import org.jspecify.annotations.NullMarked;
