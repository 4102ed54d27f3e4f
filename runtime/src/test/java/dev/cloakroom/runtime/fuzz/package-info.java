/** Input that nobody made up, for everything that reads what a stranger wrote. */
@NullMarked
package dev.cloakroom.runtime.fuzz;

import org.jspecify.annotations.NullMarked;
