/** Append-only Merkle trees and signed tree heads, as of RFC 9162, section 2.1; pure functions, no storage, no keys. */
@NullMarked
package dev.cloakroom.host.merkle;

import org.jspecify.annotations.NullMarked;
