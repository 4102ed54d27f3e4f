package dev.cloakroom.runtime.sandbox;

/** The host requires confined workers, and this machine lacks a wall. */
public final class NotConfined extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotConfined(StandingWalls walls) {
        super("confinement is required, and this machine lacks " + walls.missingNames());
    }
}
