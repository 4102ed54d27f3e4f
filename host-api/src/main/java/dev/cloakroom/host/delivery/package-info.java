/** What developers learn of parcels whose way they do not know. */
@NullMarked
package dev.cloakroom.host.delivery;

import org.jspecify.annotations.NullMarked;
