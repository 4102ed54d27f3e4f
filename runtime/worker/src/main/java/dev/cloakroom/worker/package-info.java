@NullMarked
package dev.cloakroom.worker;

import org.jspecify.annotations.NullMarked;
