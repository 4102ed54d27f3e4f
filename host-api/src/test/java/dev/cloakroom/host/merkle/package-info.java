@NullMarked
package dev.cloakroom.host.merkle;

import org.jspecify.annotations.NullMarked;
