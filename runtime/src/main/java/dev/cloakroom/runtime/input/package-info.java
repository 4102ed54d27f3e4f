/** Files and texts that somebody else wrote, refused with the place and the fix when they are wrong. */
@NullMarked
package dev.cloakroom.runtime.input;

import org.jspecify.annotations.NullMarked;
