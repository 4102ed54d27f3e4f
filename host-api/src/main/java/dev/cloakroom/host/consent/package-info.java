/** Asking the user, and the receipt of the answer. */
@NullMarked
package dev.cloakroom.host.consent;

import org.jspecify.annotations.NullMarked;
