package dev.cloakroom.host.vault;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.KeyRing;
import dev.cloakroom.host.policy.Permit;
import dev.cloakroom.host.token.VerifiedToken;
import java.util.Optional;

/** Three doors to personal values, and no other. */
public final class Vault {

    private final PersonalDataSource source;
    private final StoredValues stored;

    /** Reads from {@code hostSource} what it has, and everything else from the stored values. */
    public Vault(VaultStore store, KeyRing keys, PersonalDataSource hostSource) {
        this.stored = new StoredValues(store, keys);
        this.source = hostSource.or(stored);
    }

    /** For a redemption: the value that the token stands for; empty when the user has none. */
    public Optional<PersonalValue> open(VerifiedToken token) {
        return Field.of(token.scope()).flatMap(field -> read(token.user(), field));
    }

    /** For a coarse answer; empty when the user has no value, or the permit is for another scope. */
    public Optional<String> derive(Permit permit, Derivation derivation) {
        var request = permit.request();
        return Optional.of(derivation)
            .filter(wanted -> wanted.scope().equals(request.scope()))
            .flatMap(wanted -> read(request.user(), wanted.field()))
            .flatMap(derivation::of);
    }

    /** For the trusted surface, which must have authenticated the user. */
    public OwnerView ownerView(UserId user) {
        return new OwnerView(user, source, stored);
    }

    /** A host app's own values come in any form; one that does not fit the field counts as absent. */
    private Optional<PersonalValue> read(UserId user, Field field) {
        return source
            .read(user, field)
            .map(value -> field.normalise(value.reveal()))
            .flatMap(Vault::fit);
    }

    private static Optional<PersonalValue> fit(Normalised normalised) {
        return switch (normalised) {
            case Normalised.Fit(var value) -> Optional.of(value);
            case Normalised.Unfit _ -> Optional.empty();
        };
    }
}
