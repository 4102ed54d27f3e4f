/** Personal values at rest, and the three doors to them. */
@NullMarked
package dev.cloakroom.host.vault;

import org.jspecify.annotations.NullMarked;
