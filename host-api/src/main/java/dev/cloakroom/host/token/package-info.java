/** Opaque tokens: minting, verifying, spending. */
@NullMarked
package dev.cloakroom.host.token;

import org.jspecify.annotations.NullMarked;
