package dev.cloakroom.runtime.drive;

/** A step of a scenario that could not be done, or whose expectation does not hold. */
final class StepFailed extends Exception {

    private static final long serialVersionUID = 1;

    StepFailed(String message) {
        super(message);
    }
}
