/** JSON as it crosses a boundary. */
@NullMarked
package dev.cloakroom.runtime.json;

import org.jspecify.annotations.NullMarked;
