package dev.cloakroom.runtime.sandbox;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether a worker gets a program, by the walls that stand around it. */
final class Doorkeeper {

    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

    private final boolean confinementRequired;
    private final AtomicBoolean warned = new AtomicBoolean();

    Doorkeeper(boolean confinementRequired) {
        this.confinementRequired = confinementRequired;
    }

    /** Warns once when a wall is missing and none is required. */
    void check(StandingWalls walls) {
        if (walls.missing().isEmpty()) {
            return;
        }
        if (confinementRequired) {
            throw new NotConfined(walls);
        }
        if (!warned.getAndSet(true)) {
            LOG.warn(
                "programs are not fully confined on this machine, which lacks {}: `cloakroom doctor` tells more, `--require-confinement` refuses to run",
                walls.missingNames()
            );
        }
    }
}
