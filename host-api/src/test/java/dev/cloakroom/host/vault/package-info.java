@NullMarked
package dev.cloakroom.host.vault;

import org.jspecify.annotations.NullMarked;
