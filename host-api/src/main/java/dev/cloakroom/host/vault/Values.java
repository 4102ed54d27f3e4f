package dev.cloakroom.host.vault;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.settings.PrivacySettings;
import java.util.Optional;

/**
 * Values from wherever they are. The host app serves the one that a user has without choosing; those with a label of
 * the user's own are stored here.
 */
record Values(StoredValues stored, PersonalDataSource host) {
    Optional<PersonalValue> read(UserId user, Field field) {
        return read(user, field, PrivacySettings.PRIMARY);
    }

    /** A value that was removed leaves nothing behind: no other one takes its place. */
    Optional<PersonalValue> read(UserId user, Field field, String label) {
        return label.equals(PrivacySettings.PRIMARY)
            ? fromHost(user, field).or(() -> stored.read(user, field, label))
            : stored.read(user, field, label);
    }

    /** A host app's own values come in any form; one that does not fit the field counts as absent. */
    private Optional<PersonalValue> fromHost(UserId user, Field field) {
        return host
            .read(user, field)
            .map(value -> field.normalise(value.reveal()))
            .flatMap(Values::fit);
    }

    private static Optional<PersonalValue> fit(Normalised normalised) {
        return switch (normalised) {
            case Normalised.Fit(var value) -> Optional.of(value);
            case Normalised.Unfit _ -> Optional.empty();
        };
    }
}
