/** The engine for many hosts: one PostgreSQL database that all of them share. */
@NullMarked
package dev.cloakroom.host.storage.postgres;

import org.jspecify.annotations.NullMarked;
