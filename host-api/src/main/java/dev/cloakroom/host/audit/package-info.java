/** The append-only record of every decision and disclosure, as a Merkle tree; no personal value and no token is in it. */
@NullMarked
package dev.cloakroom.host.audit;

import org.jspecify.annotations.NullMarked;
