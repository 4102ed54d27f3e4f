@NullMarked
package dev.cloakroom.host.proof;

import org.jspecify.annotations.NullMarked;
