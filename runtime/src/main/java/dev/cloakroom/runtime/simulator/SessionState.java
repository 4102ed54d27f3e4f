package dev.cloakroom.runtime.simulator;

/** How the program fares, as the page hears it. */
enum SessionState {
    STARTING("starting"),
    RUNNING("running"),
    ENDED("ended"),
    TAKEN_OVER("taken-over");

    private final String text;

    SessionState(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
