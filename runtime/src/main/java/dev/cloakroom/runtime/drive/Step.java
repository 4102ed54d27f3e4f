package dev.cloakroom.runtime.drive;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.scope.Scope;
import java.time.Duration;

/** One step of a scenario. */
public sealed interface Step {
    /** The verb and its object, as a person reads it: {@code tap #checkout}. */
    String label();

    /** Opens the program, or another page of it. */
    record Open(String url) implements Step {
        @Override
        public String label() {
            return "open " + (url.isEmpty() ? "the first page" : url);
        }
    }

    /** Taps the first element that matches. */
    record Tap(String selector) implements Step {
        @Override
        public String label() {
            return "tap " + selector;
        }
    }

    /** Types into the first element that matches. */
    record Input(String selector, String text) implements Step {
        @Override
        public String label() {
            return "input " + selector;
        }
    }

    /** Waits until it holds. */
    record Wait(Expectation until) implements Step {
        @Override
        public String label() {
            return "wait";
        }
    }

    /** Waits until nothing is under way. */
    record Idle() implements Step {
        @Override
        public String label() {
            return "wait idle";
        }
    }

    /** Answers the next consent prompt, and waits for it if need be. */
    record Consent(ConsentAnswer answer) implements Step {
        @Override
        public String label() {
            return "consent " + answer.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Answers the program's dialog, and waits for it if need be. */
    record Modal(boolean confirm) implements Step {
        @Override
        public String label() {
            return "modal " + (confirm ? "confirm" : "cancel");
        }
    }

    /** Insists, once things have come to rest. */
    record Expect(Expectation that) implements Step {
        @Override
        public String label() {
            return "expect";
        }
    }

    /** Takes a grant back, as on the privacy dashboard. */
    record Revoke(Scope scope) implements Step {
        @Override
        public String label() {
            return "revoke " + scope.name();
        }
    }

    /** Moves the host's clock forward. */
    record Advance(Duration by) implements Step {
        @Override
        public String label() {
            return "advance " + by;
        }
    }

    /** Goes back by the navigation bar. */
    record Back() implements Step {
        @Override
        public String label() {
            return "back";
        }
    }

    /** Takes the program away from the user. */
    record Uninstall() implements Step {
        @Override
        public String label() {
            return "uninstall";
        }
    }

    /** Ends the user's session. */
    record Close() implements Step {
        @Override
        public String label() {
            return "close";
        }
    }
}
