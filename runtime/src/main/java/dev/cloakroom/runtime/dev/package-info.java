/** What stands in for the world on a developer's machine: the back end's process, the SMS gateway. */
@NullMarked
package dev.cloakroom.runtime.dev;

import org.jspecify.annotations.NullMarked;
