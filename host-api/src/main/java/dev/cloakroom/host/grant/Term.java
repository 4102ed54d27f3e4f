package dev.cloakroom.host.grant;

import java.time.Instant;

/** How long a yes lasts. */
public sealed interface Term {
    /** Whether a later request of that session is covered too. */
    boolean covers(String session, Instant now);

    /** For one token or answer. */
    record Once() implements Term {
        @Override
        public boolean covers(String session, Instant now) {
            return false;
        }
    }

    /** As long as the user stays in the program. */
    record Session(String id) implements Term {
        @Override
        public boolean covers(String session, Instant now) {
            return id.equals(session);
        }
    }

    record Until(Instant end) implements Term {
        @Override
        public boolean covers(String session, Instant now) {
            return now.isBefore(end);
        }
    }

    record UntilRevoked() implements Term {
        @Override
        public boolean covers(String session, Instant now) {
            return true;
        }
    }
}
