package dev.cloakroom.host.scope;

import java.time.Duration;
import java.util.Set;

/** One thing that can be asked for. Only {@link ScopeCatalog} has them, so two scopes are equal when identical. */
public final class Scope {

    private final String name;
    private final Wording wording;
    private final Set<String> actions;
    private final Duration maxTokenLifetime;
    private final int maxTokenUses;

    Scope(String name, Wording wording, Set<String> actions, Duration maxTokenLifetime, int maxTokenUses) {
        this.name = name;
        this.wording = wording;
        this.actions = actions;
        this.maxTokenLifetime = maxTokenLifetime;
        this.maxTokenUses = maxTokenUses;
    }

    /** As programs and policies write it, such as {@code scope.phoneNumber}. */
    public String name() {
        return name;
    }

    /** What the user is asked, in plain words. */
    public Wording wording() {
        return wording;
    }

    /** The names of the actions that its tokens can be redeemed for. */
    public Set<String> actions() {
        return actions;
    }

    public Duration maxTokenLifetime() {
        return maxTokenLifetime;
    }

    public int maxTokenUses() {
        return maxTokenUses;
    }

    @Override
    public String toString() {
        return name;
    }
}
