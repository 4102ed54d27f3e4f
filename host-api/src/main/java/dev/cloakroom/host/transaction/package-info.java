/** One unit of work over all stores. */
@NullMarked
package dev.cloakroom.host.transaction;

import org.jspecify.annotations.NullMarked;
