/** Orders, and the money that is asked for them and given back. */
@NullMarked
package dev.cloakroom.host.payment;

import org.jspecify.annotations.NullMarked;
