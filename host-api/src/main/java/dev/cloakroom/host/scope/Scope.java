package dev.cloakroom.host.scope;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** One thing that can be asked for. Only {@link ScopeCatalog} has them, so two scopes are equal when identical. */
public final class Scope {

    private final String name;
    private final Category category;
    private final Wording wording;
    private final Wording sees;
    private final Wording usualPurpose;
    private final Set<String> actions;
    private final Set<Derivation> derivations;
    private final Set<AliasKind> aliases;
    private final AfterDenial afterDenial;
    private final Duration maxTokenLifetime;
    private final int maxTokenUses;

    private Scope(Draft draft) {
        this.name = draft.name;
        this.category = draft.category;
        this.wording = draft.wording;
        this.sees = draft.sees;
        this.usualPurpose = draft.usualPurpose;
        this.actions = draft.actions;
        this.derivations = Set.copyOf(draft.derivations);
        this.aliases = draft.aliases;
        this.afterDenial = draft.afterDenial;
        this.maxTokenLifetime = draft.lifetime;
        this.maxTokenUses = 1;
    }

    /** As programs and policies write it, such as {@code scope.phoneNumber}. */
    public String name() {
        return name;
    }

    public Category category() {
        return category;
    }

    /** What the user is asked, in plain words: what goes on after "Allow Food Order to …". */
    public Wording wording() {
        return wording;
    }

    /** What the program gets to see, in plain words. */
    public Wording sees() {
        return sees;
    }

    /** What programs usually ask for it for: the host's words, for a program that gives no reason of its own. */
    public Wording usualPurpose() {
        return usualPurpose;
    }

    /** The names of the actions that its tokens can be redeemed for; without one it has no tokens. */
    public Set<String> actions() {
        return actions;
    }

    /** The coarse answers that it may give. */
    public Set<Derivation> derivations() {
        return derivations;
    }

    /** What a program gets in place of the values. */
    public Set<AliasKind> aliases() {
        return aliases;
    }

    public AfterDenial afterDenial() {
        return afterDenial;
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

    static Draft named(String name, Category category) {
        return new Draft(name, category);
    }

    /** A scope in the making. Until it is told otherwise it has no tokens and no answers. */
    static final class Draft {

        private final String name;
        private final Category category;
        private Wording wording = new Wording("", "");
        private Wording sees = new Wording("", "");
        private Wording usualPurpose = new Wording("for something that it does not say", "未说明用途");
        private Set<String> actions = Set.of();
        private Set<Derivation> derivations = EnumSet.noneOf(Derivation.class);
        private Set<AliasKind> aliases = Set.of();
        private AfterDenial afterDenial = AfterDenial.ASK_AGAIN;
        private Duration lifetime = Duration.ofMinutes(5);

        private Draft(String name, Category category) {
            this.name = name;
            this.category = category;
        }

        Draft asks(String english, String chinese) {
            wording = new Wording(english, chinese);
            return this;
        }

        Draft sees(String english, String chinese) {
            sees = new Wording(english, chinese);
            return this;
        }

        Draft usually(String english, String chinese) {
            usualPurpose = new Wording(english, chinese);
            return this;
        }

        Draft tokens(Duration maxLifetime, String... forActions) {
            lifetime = maxLifetime;
            actions = Set.of(forActions);
            return this;
        }

        Draft answers(Derivation... allowed) {
            derivations = Set.of(allowed);
            return this;
        }

        Draft aliases(AliasKind... made) {
            aliases = Set.of(made);
            return this;
        }

        Draft settledByDenial() {
            afterDenial = AfterDenial.SETTINGS_ONLY;
            return this;
        }

        Scope done() {
            return new Scope(this);
        }
    }
}
