package dev.cloakroom.host.vault;

import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import java.util.Optional;

/** The closed set of coarse answers that may leave in place of a value. */
public enum Derivation {
    /** The calling code of the phone number's country, such as {@code 86}: one of about two hundred. */
    PHONE_CALLING_CODE;

    /** The scope whose permit it needs. */
    public Scope scope() {
        return switch (this) {
            case PHONE_CALLING_CODE -> ScopeCatalog.PHONE_NUMBER;
        };
    }

    Field field() {
        return switch (this) {
            case PHONE_CALLING_CODE -> Field.PHONE;
        };
    }

    Optional<String> of(PersonalValue value) {
        return switch (this) {
            case PHONE_CALLING_CODE -> PhoneNumbers.callingCode(value);
        };
    }
}
