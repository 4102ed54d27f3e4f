/** The user's standing yes, and taking it back. */
@NullMarked
package dev.cloakroom.host.grant;

import org.jspecify.annotations.NullMarked;
