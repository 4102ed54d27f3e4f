package dev.cloakroom.bench;

import dev.cloakroom.runtime.sandbox.Sandbox;
import dev.cloakroom.runtime.sandbox.SandboxFactory;

/** A program that computes much, with and without the setting for such programs. */
final class ComputeBench {

    private static final int TAPS = 60;

    private final Figures figures;
    private final SandboxFactory sandboxes;

    ComputeBench(Figures figures, SandboxFactory sandboxes) {
        this.figures = figures;
        this.sandboxes = sandboxes;
    }

    void measure(String program) {
        try (Sandbox quick = sandboxes.start(program)) {
            taps("computing tap, by default", quick);
        }
        long began = System.nanoTime();
        try (Sandbox computing = sandboxes.compute(program)) {
            figures.millis("computing worker ready", System.nanoTime() - began);
            taps("computing tap, with the setting", computing);
        }
    }

    private void taps(String name, Sandbox sandbox) {
        var user = BenchUser.open(sandbox);
        for (int tap = 1; tap <= TAPS; tap++) {
            long nanos = user.tap();
            if (tap == 1 || tap == TAPS) {
                figures.millis(name + ", number " + tap, nanos);
            }
        }
    }
}
