package dev.cloakroom.host;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.settings.Audience;
import dev.cloakroom.host.settings.Block;
import dev.cloakroom.host.settings.SettingsStore;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The settings of users who have set nothing; a test that sets something needs a real store. */
public final class UnsetSettings implements SettingsStore {

    @Override
    public Map<Scope, Audience> audiences(UserId user) {
        return Map.of();
    }

    @Override
    public void saveAudience(UserId user, Scope scope, Audience audience) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean locationOff(UserId user) {
        return false;
    }

    @Override
    public void saveLocationOff(UserId user, boolean off) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<Block> blocks(UserId user) {
        return Set.of();
    }

    @Override
    public void addBlock(UserId user, Block block) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeBlock(UserId user, Block block) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> choice(UserId user, ProgramId program, Scope scope) {
        return Optional.empty();
    }

    @Override
    public void saveChoice(UserId user, ProgramId program, Scope scope, String label) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteAll(UserId user) {
        throw new UnsupportedOperationException();
    }
}
