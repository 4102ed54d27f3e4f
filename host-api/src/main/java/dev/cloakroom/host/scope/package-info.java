/** The closed set of what can be asked for, who may receive it, and how an authority is narrowed. */
@NullMarked
package dev.cloakroom.host.scope;

import org.jspecify.annotations.NullMarked;
