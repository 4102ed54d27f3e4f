/** The command line: one class per verb. */
@NullMarked
package dev.cloakroom.runtime.cli;

import org.jspecify.annotations.NullMarked;
