package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.runtime.bridge.Caller;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the last request of each program for each scope of a user ended, as the program saw it. What a program is told of
 * its settings is made from this, so that they never say more than the answers did: who allowed something that the
 * host does not have looks like who denied it. Kept by this process only; what it does not know is not told.
 */
public final class Outcomes {

    private final Map<Key, Map<Scope, Boolean>> last = new ConcurrentHashMap<>();

    private record Key(ProgramId program, UserId user) {}

    void remember(Caller caller, Scope scope, boolean granted) {
        last.computeIfAbsent(key(caller), _ -> new ConcurrentHashMap<>()).put(scope, granted);
    }

    /** Scope → whether the last request for it was granted. */
    Map<Scope, Boolean> of(Caller caller) {
        return Map.copyOf(last.getOrDefault(key(caller), Map.of()));
    }

    private static Key key(Caller caller) {
        return new Key(caller.program().id(), caller.user());
    }
}
