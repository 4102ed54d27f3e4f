/** The whole way of a request, played on real parts and searched for what must not be seen. */
@NullMarked
package dev.cloakroom.runtime.gate;

import org.jspecify.annotations.NullMarked;
