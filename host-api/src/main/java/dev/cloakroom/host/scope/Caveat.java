package dev.cloakroom.host.scope;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** One way in which an authority is narrower than its scope. A use must satisfy every caveat of its token. */
public sealed interface Caveat {
    boolean allows(Use use);

    record ExpiresAt(Instant instant) implements Caveat {
        @Override
        public boolean allows(Use use) {
            return use.at().isBefore(instant);
        }
    }

    record MaxUses(int count) implements Caveat {
        public MaxUses {
            if (count < 1) {
                throw new IllegalArgumentException("a token must allow at least one use");
            }
        }

        @Override
        public boolean allows(Use use) {
            return use.spent() < count;
        }
    }

    record ForActions(Set<String> actions) implements Caveat {
        public ForActions {
            actions = Set.copyOf(actions);
        }

        @Override
        public boolean allows(Use use) {
            return actions.contains(use.action());
        }
    }

    record ForRecipients(Set<RecipientId> recipients) implements Caveat {
        public ForRecipients {
            recipients = Set.copyOf(recipients);
        }

        @Override
        public boolean allows(Use use) {
            return recipients.contains(use.recipient());
        }
    }

    /** The use must repeat these parameters: the token is for one order, or one kind of notice. */
    record Bound(Map<String, String> parameters) implements Caveat {
        public Bound {
            parameters = Map.copyOf(parameters);
        }

        @Override
        public boolean allows(Use use) {
            return use.parameters().entrySet().containsAll(parameters.entrySet());
        }
    }
}
