/** Kills, races and faults: a host that dies at any moment, and a process beside it that keeps its own journal. */
@NullMarked
package dev.cloakroom.host.crash;

import org.jspecify.annotations.NullMarked;
