/** Turning a token into an action whose result says nothing about the value. */
@NullMarked
package dev.cloakroom.host.redeem;

import org.jspecify.annotations.NullMarked;
