/** One user's session of one program as the simulator's page shows it, and what stands beside it. */
@NullMarked
package dev.cloakroom.runtime.simulator;

import org.jspecify.annotations.NullMarked;
