@NullMarked
package dev.cloakroom.protocol;

import org.jspecify.annotations.NullMarked;
