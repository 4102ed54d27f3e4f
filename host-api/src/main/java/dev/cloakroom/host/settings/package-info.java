/** The user's own switches, which no policy overrules. */
@NullMarked
package dev.cloakroom.host.settings;

import org.jspecify.annotations.NullMarked;
