/** What comes from outside for a user or a developer, and goes on through the host. */
@NullMarked
package dev.cloakroom.host.relay;

import org.jspecify.annotations.NullMarked;
