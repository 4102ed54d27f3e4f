/** The default engine: one SQLite file in the data directory. */
@NullMarked
package dev.cloakroom.host.storage.sqlite;

import org.jspecify.annotations.NullMarked;
