/** One user in one program. */
@NullMarked
package dev.cloakroom.runtime.session;

import org.jspecify.annotations.NullMarked;
