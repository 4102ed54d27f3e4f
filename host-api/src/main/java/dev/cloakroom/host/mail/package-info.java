/** Mail between users and developers, of whom neither sees the other's address. */
@NullMarked
package dev.cloakroom.host.mail;

import org.jspecify.annotations.NullMarked;
