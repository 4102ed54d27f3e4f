/** The user's own pictures, on their way to a program: read, cleaned, and kept for one session. */
@NullMarked
package dev.cloakroom.runtime.media;

import org.jspecify.annotations.NullMarked;
