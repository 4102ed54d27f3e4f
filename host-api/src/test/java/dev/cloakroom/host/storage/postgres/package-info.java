@NullMarked
package dev.cloakroom.host.storage.postgres;

import org.jspecify.annotations.NullMarked;
