@NullMarked
package dev.cloakroom.host;

import org.jspecify.annotations.NullMarked;
