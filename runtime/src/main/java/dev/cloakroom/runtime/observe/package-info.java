/** What third parties can see, as it happens. */
@NullMarked
package dev.cloakroom.runtime.observe;

import org.jspecify.annotations.NullMarked;
