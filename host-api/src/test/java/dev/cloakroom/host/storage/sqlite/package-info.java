@NullMarked
package dev.cloakroom.host.storage.sqlite;

import org.jspecify.annotations.NullMarked;
