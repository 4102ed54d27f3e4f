@NullMarked
package dev.cloakroom.host.keys;

import org.jspecify.annotations.NullMarked;
