/** The broker's stores in plain SQL; what is one engine's own stays in that engine's package. */
@NullMarked
package dev.cloakroom.host.storage.sql;

import org.jspecify.annotations.NullMarked;
