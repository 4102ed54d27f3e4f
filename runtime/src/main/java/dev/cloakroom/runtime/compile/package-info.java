/** From a program's sources to what its worker loads; the parsing happens in a compile worker. */
@NullMarked
package dev.cloakroom.runtime.compile;

import org.jspecify.annotations.NullMarked;
