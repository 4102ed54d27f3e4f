/** The user's own view of their data and settings, for a trusted surface: the one part that reads values in the clear. */
@NullMarked
package dev.cloakroom.runtime.owner;

import org.jspecify.annotations.NullMarked;
