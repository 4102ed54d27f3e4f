/** Signed texts by which a caller proves to hold a key: DPoP proofs (RFC 9449) and client assertions (RFC 7523). */
@NullMarked
package dev.cloakroom.host.proof;

import org.jspecify.annotations.NullMarked;
