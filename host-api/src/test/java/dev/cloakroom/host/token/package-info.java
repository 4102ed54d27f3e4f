@NullMarked
package dev.cloakroom.host.token;

import org.jspecify.annotations.NullMarked;
