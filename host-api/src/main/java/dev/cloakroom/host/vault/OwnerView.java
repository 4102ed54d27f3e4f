package dev.cloakroom.host.vault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.settings.PrivacySettings;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A user's own view of their values, for the trusted surface: painting, dashboard, export, editing. */
public final class OwnerView {

    private static final Pattern LABEL = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]{0,64}");

    private final UserId user;
    private final Values values;

    OwnerView(UserId user, Values values) {
        this.user = user;
        this.values = values;
    }

    /** Brings the value to the field's form and stores it in place of the former one. */
    public PutOutcome put(Field field, String value) {
        return put(field, PrivacySettings.PRIMARY, value);
    }

    /**
     * Stores one more value of the field, such as the address at work, or replaces it.
     *
     * @param label what the user calls it: 1 to 64 visible characters, or {@link PrivacySettings#PRIMARY}
     */
    public PutOutcome put(Field field, String label, String value) {
        return LABEL.matcher(label).matches()
            ? normalised(field, label, value)
            : new PutOutcome.Rejected(Rejection.NOT_A_LABEL);
    }

    private PutOutcome normalised(Field field, String label, String value) {
        return switch (field.normalise(value)) {
            case Normalised.Unfit(var reason) -> new PutOutcome.Rejected(reason);
            case Normalised.Fit(var fit) -> {
                values.stored().put(user, field, label, fit);
                yield new PutOutcome.Stored();
            }
        };
    }

    public Optional<PersonalValue> read(Field field) {
        return read(field, PrivacySettings.PRIMARY);
    }

    public Optional<PersonalValue> read(Field field, String label) {
        return values.read(user, field, label);
    }

    /** The labels of the field's stored values, sorted. */
    public List<String> labels(Field field) {
        return values.stored().labels(user, field);
    }

    /** Every value in the clear, as JSON: field → label → value. */
    public ObjectNode export() {
        return ValueExport.of(this);
    }

    /**
     * Removes every stored value of the field; what the host app serves from its own store stays there. Copies of the
     * store from before, and PostgreSQL's own log, can be opened with the user's key until {@link #eraseAll}.
     */
    public void erase(Field field) {
        labels(field).forEach(label -> erase(field, label));
    }

    public void erase(Field field, String label) {
        values.stored().erase(user, field, label);
    }

    /**
     * Removes every stored value, and destroys the key that they were sealed under: from then on no copy of the store
     * from any time can be opened, whoever has it together with the keys that are left.
     *
     * @throws dev.cloakroom.host.error.BrokerException when the store or the keys cannot be written; when the values
     *     are gone and the key is not, it is destroyed as soon as the vault is opened again or another user is erased
     */
    public void eraseAll() {
        values.stored().eraseAll(user);
    }
}
