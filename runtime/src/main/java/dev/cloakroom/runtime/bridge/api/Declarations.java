package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.observe.Observer;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What counts as a program's declaration of a scope, and what the user is told it is for. A reason in
 * {@code permission} always counts. Programs that were written for WeChat need none where WeChat wants none: an API of
 * {@code requiredPrivateInfos} declares its scope, and the other calls of WeChat's declare theirs by being made.
 */
final class Declarations {

    /** Ours alone: whoever writes for it can declare. */
    private static final String EXTENSION = "cloakroomRequest";

    /** The scopes that WeChat wants listed, by the APIs that stand for them. */
    private static final Map<Scope, Set<String>> LISTED = Map.of(
        ScopeCatalog.USER_LOCATION,
        Set.of("getLocation", "onLocationChange", "startLocationUpdate", "chooseLocation", "choosePoi"),
        ScopeCatalog.USER_FUZZY_LOCATION,
        Set.of("getFuzzyLocation"),
        ScopeCatalog.ADDRESS,
        Set.of("chooseAddress")
    );

    private final Observer observer;
    private final Set<Unstated> told = ConcurrentHashMap.newKeySet();

    private record Unstated(ProgramId program, Scope scope) {}

    /** @param observer hears once of each program and scope where a reason would be better */
    Declarations(Observer observer) {
        this.observer = observer;
    }

    /** The program's reason, or the catalogue's words where it need not give one; empty when the scope is undeclared. */
    Optional<String> purpose(Caller caller, BrokerDoor.Wish wish) {
        String stated = caller.manifest().reasons().get(wish.scope().name());
        if (stated != null) {
            return Optional.of(stated);
        }
        return declares(caller, wish) ? Optional.of(unstated(caller, wish.scope())) : Optional.empty();
    }

    private static boolean declares(Caller caller, BrokerDoor.Wish wish) {
        Set<String> listed = LISTED.get(wish.scope());
        return listed == null
            ? !wish.api().equals(EXTENSION)
            : !Collections.disjoint(listed, caller.manifest().privateInfos());
    }

    private String unstated(Caller caller, Scope scope) {
        if (told.add(new Unstated(caller.program().id(), scope))) {
            observer.console(caller.user().value(), "warn", advice(scope), "app.json");
        }
        return scope.usualPurpose().english();
    }

    private static String advice(Scope scope) {
        return (
            "app.json gives no reason for " +
            scope +
            ", so the user reads the host's words: add \"permission\": {\"" +
            scope +
            "\": {\"desc\": \"…\"}} to have them read yours"
        );
    }
}
