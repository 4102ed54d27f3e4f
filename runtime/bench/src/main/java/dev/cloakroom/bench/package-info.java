/** Measures how long users wait and what workers use, on a built tree. */
@NullMarked
package dev.cloakroom.bench;

import org.jspecify.annotations.NullMarked;
