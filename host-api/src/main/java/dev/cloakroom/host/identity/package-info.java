/** Who takes part: programs, developers, users, and the pairwise subjects between them. */
@NullMarked
package dev.cloakroom.host.identity;

import org.jspecify.annotations.NullMarked;
