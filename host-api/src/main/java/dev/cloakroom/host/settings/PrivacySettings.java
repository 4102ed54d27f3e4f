package dev.cloakroom.host.settings;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.scope.Category;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The user's own switches, for the trusted surface, which must have authenticated the user. A switch that is turned off
 * counts at once, for tokens that are out already too: both enforcement points look.
 */
public final class PrivacySettings {

    /** The label of the value that a user has without choosing. */
    public static final String PRIMARY = "";

    private final SettingsStore store;

    public PrivacySettings(SettingsStore store) {
        this.store = store;
    }

    public Settings of(UserId user) {
        var audiences = ScopeCatalog.all()
            .stream()
            .collect(Collectors.toMap(Function.identity(), scope -> audience(user, scope)));
        return new Settings(store.locationOff(user), audiences, store.blocks(user));
    }

    public void setAudience(UserId user, Scope scope, Audience audience) {
        store.saveAudience(user, scope, audience);
    }

    /** Turns everything of the category location off, or back to what the user has set for each scope. */
    public void setLocationOff(UserId user, boolean off) {
        store.saveLocationOff(user, off);
    }

    /** Lets usage and marketing data be counted with that of many others, or stops it; it begins stopped. */
    public void setDataSharing(UserId user, boolean on) {
        var audience = on ? new Audience.AnyProgram() : new Audience.Nobody();
        ScopeCatalog.all()
            .stream()
            .filter(scope -> scope.category().offByDefault())
            .forEach(scope -> setAudience(user, scope, audience));
    }

    public void block(UserId user, Block block) {
        store.addBlock(user, block);
    }

    public void unblock(UserId user, Block block) {
        store.removeBlock(user, block);
    }

    /**
     * From the next consent on, the program's tokens under this scope stand for another value of the user.
     *
     * @param label of a value in the user's own view, or {@link #PRIMARY}
     */
    public void choose(UserId user, ProgramId program, Scope scope, String label) {
        store.saveChoice(user, program, scope, label);
    }

    /** What {@link #choose} said last. */
    public String choice(UserId user, ProgramId program, Scope scope) {
        return store.choice(user, program, scope).orElse(PRIMARY);
    }

    /** Whether the user has switched this request off. */
    public boolean forbids(AccessRequest request) {
        var user = request.user();
        var scope = request.scope();
        return (
            isLocationOff(user, scope) ||
            !audience(user, scope).mayAsk(request.program().id()) ||
            isBlocked(user, request)
        );
    }

    /** Whether friends of the user see this in the programs that they use: only after the user has said so. */
    public boolean friendsSee(UserId user, Scope scope) {
        return !isLocationOff(user, scope) && audience(user, scope).friends();
    }

    public void deleteAll(UserId user) {
        store.deleteAll(user);
    }

    private boolean isLocationOff(UserId user, Scope scope) {
        return scope.category() == Category.LOCATION && store.locationOff(user);
    }

    private Audience audience(UserId user, Scope scope) {
        var otherwise = scope.category().offByDefault() ? new Audience.Nobody() : new Audience.AnyProgram();
        return Optional.ofNullable(store.audiences(user).get(scope)).orElse(otherwise);
    }

    private boolean isBlocked(UserId user, AccessRequest request) {
        return store
            .blocks(user)
            .stream()
            .filter(block -> block.program().equals(request.program().id()) && block.scope().equals(request.scope()))
            .anyMatch(block -> block.purpose().map(request.purpose()::equals).orElse(true));
    }
}
