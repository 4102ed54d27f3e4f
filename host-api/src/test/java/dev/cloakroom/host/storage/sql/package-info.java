@NullMarked
package dev.cloakroom.host.storage.sql;

import org.jspecify.annotations.NullMarked;
