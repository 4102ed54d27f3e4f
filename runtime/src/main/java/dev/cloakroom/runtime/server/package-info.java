/** What listens on the loopback interface: the HTTP API for developers' back ends, and the simulator. */
@NullMarked
package dev.cloakroom.runtime.server;

import org.jspecify.annotations.NullMarked;
