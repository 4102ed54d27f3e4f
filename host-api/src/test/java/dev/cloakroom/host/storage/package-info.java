@NullMarked
package dev.cloakroom.host.storage;

import org.jspecify.annotations.NullMarked;
