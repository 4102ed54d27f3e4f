/** The HTTP API for developers' back ends. */
@NullMarked
package dev.cloakroom.runtime.server;

import org.jspecify.annotations.NullMarked;
