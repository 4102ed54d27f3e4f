package dev.cloakroom.host.vault;

import dev.cloakroom.host.identity.UserId;
import java.util.Optional;

/** A user's own view of their values, for the trusted surface: painting, dashboard, export, editing. */
public final class OwnerView {

    private final UserId user;
    private final PersonalDataSource source;
    private final StoredValues stored;

    OwnerView(UserId user, PersonalDataSource source, StoredValues stored) {
        this.user = user;
        this.source = source;
        this.stored = stored;
    }

    /** Brings the value to the field's form and stores it in place of the former one. */
    public PutOutcome put(Field field, String value) {
        return switch (field.normalise(value)) {
            case Normalised.Unfit(var reason) -> new PutOutcome.Rejected(reason);
            case Normalised.Fit(var fit) -> {
                stored.put(user, field, fit);
                yield new PutOutcome.Stored();
            }
        };
    }

    public Optional<PersonalValue> read(Field field) {
        return source.read(user, field);
    }

    /** Removes the stored value; what the host app serves from its own store stays there. */
    public void erase(Field field) {
        stored.erase(user, field);
    }

    /**
     * Removes every stored value, and destroys the key that they were sealed under: from then on no copy of the store
     * from any time can be opened, whoever has it together with the keys that are left.
     *
     * @throws dev.cloakroom.host.error.BrokerException when the store or the keys cannot be written; when the values
     *     are gone and the key is not, it is destroyed as soon as the vault is opened again or another user is erased
     */
    public void eraseAll() {
        stored.eraseAll(user);
    }
}
