@NullMarked
package dev.cloakroom.host.scope;

import org.jspecify.annotations.NullMarked;
