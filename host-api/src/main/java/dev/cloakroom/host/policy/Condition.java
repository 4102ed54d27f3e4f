package dev.cloakroom.host.policy;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.scope.Recipient;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.scope.Scope;
import java.util.List;
import java.util.Set;

/** What a rule asks about a request. A condition that cannot be answered throws, and the rule then denies. */
sealed interface Condition {
    boolean holds(AccessRequest request, RecipientRegistry recipients);

    record Declared(boolean expected) implements Condition {
        @Override
        public boolean holds(AccessRequest request, RecipientRegistry recipients) {
            return request.context().declared() == expected;
        }
    }

    record Gesture(boolean expected) implements Condition {
        @Override
        public boolean holds(AccessRequest request, RecipientRegistry recipients) {
            return request.context().gesture() == expected;
        }
    }

    record Foreground(boolean expected) implements Condition {
        @Override
        public boolean holds(AccessRequest request, RecipientRegistry recipients) {
            return request.context().foreground() == expected;
        }
    }

    record ForScopes(Set<Scope> scopes) implements Condition {
        @Override
        public boolean holds(AccessRequest request, RecipientRegistry recipients) {
            return scopes.contains(request.scope());
        }
    }

    record ForPrograms(Set<ProgramId> programs) implements Condition {
        @Override
        public boolean holds(AccessRequest request, RecipientRegistry recipients) {
            return programs.contains(request.program().id());
        }
    }

    /** Whether there are recipients, and the registry has every one. */
    record RecipientsRegistered(boolean expected) implements Condition {
        @Override
        public boolean holds(AccessRequest request, RecipientRegistry recipients) {
            var registered = request
                .recipients()
                .stream()
                .allMatch(id -> recipients.find(id).isPresent());
            return (registered && !request.recipients().isEmpty()) == expected;
        }
    }

    /** Whether the registry allows the scope to every recipient. */
    record RecipientsAllowed(boolean expected) implements Condition {
        @Override
        public boolean holds(AccessRequest request, RecipientRegistry recipients) {
            var allowed = request
                .recipients()
                .stream()
                .allMatch(id -> recipients.find(id).map(Recipient::scopes).orElse(Set.of()).contains(request.scope()));
            return allowed == expected;
        }
    }

    record AllOf(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(AccessRequest request, RecipientRegistry recipients) {
            return conditions.stream().allMatch(condition -> condition.holds(request, recipients));
        }
    }

    record AnyOf(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(AccessRequest request, RecipientRegistry recipients) {
            return conditions.stream().anyMatch(condition -> condition.holds(request, recipients));
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(AccessRequest request, RecipientRegistry recipients) {
            return !condition.holds(request, recipients);
        }
    }
}
