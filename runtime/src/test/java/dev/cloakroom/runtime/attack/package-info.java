/** Hostile programs in real workers under the real host, and what they get when one wall is missing. */
@NullMarked
package dev.cloakroom.runtime.attack;

import org.jspecify.annotations.NullMarked;
