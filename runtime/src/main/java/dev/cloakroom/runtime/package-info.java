@NullMarked
package dev.cloakroom.runtime;

import org.jspecify.annotations.NullMarked;
