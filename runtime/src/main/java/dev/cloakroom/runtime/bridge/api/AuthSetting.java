package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.grant.Grants;
import dev.cloakroom.host.grant.Term;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.settings.PrivacySettings;
import dev.cloakroom.host.settings.Settings;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.json.Json;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a program is told of the user's settings: {@code true} for a scope that it got and can have again, {@code false}
 * for one that it was refused or that was taken back since, nothing of the others.
 */
public final class AuthSetting {

    private final Outcomes outcomes;
    private final Grants grants;
    private final PrivacySettings settings;

    public AuthSetting(Outcomes outcomes, Grants grants, PrivacySettings settings) {
        this.outcomes = outcomes;
        this.grants = grants;
        this.settings = settings;
    }

    /** {@code {"scope.userLocation": true}}. */
    ObjectNode of(Caller caller) {
        Set<Scope> granted = granted(caller);
        Settings set = settings.of(caller.user());
        ObjectNode told = Json.object();
        outcomes
            .of(caller)
            .forEach((scope, yes) ->
                told.put(scope.name(), yes && granted.contains(scope) && set.allows(caller.program().id(), scope))
            );
        return told;
    }

    private Set<Scope> granted(Caller caller) {
        return grants
            .list(caller.user())
            .stream()
            .filter(grant -> grant.program().equals(caller.program().id()) && !(grant.term() instanceof Term.Once))
            .map(Grant::scope)
            .collect(Collectors.toSet());
    }
}
