package dev.cloakroom.runtime.attack;

import dev.cloakroom.runtime.sandbox.Deadline;
import dev.cloakroom.runtime.sandbox.Limits;
import java.time.Duration;

/** How long an attack may take before the host ends it. */
enum Pace {
    /** For attacks that only time ends: none of them has to get anything done. */
    HASTY(Deadline.ofSeconds(2, 60)),
    /** Enough for attacks that something else must stop, or that would be through by then. */
    PATIENT(Deadline.ofSeconds(60, 60));

    /** How long after its deadline an attack may still go on before it counts as not stopped. */
    static final Duration GRACE = Duration.ofSeconds(3);

    @SuppressWarnings("ImmutableEnumChecker")
    private final Deadline turn;

    Pace(Deadline turn) {
        this.turn = turn;
    }

    Limits limits() {
        return Limits.DEFAULT.withTurn(turn);
    }

    /** From the start of a turn until the host stops it. */
    Duration turn() {
        return turn.wall();
    }

    /** From the start of an attack until it counts as not stopped. */
    Duration longest() {
        return turn.wall().plus(GRACE);
    }
}
