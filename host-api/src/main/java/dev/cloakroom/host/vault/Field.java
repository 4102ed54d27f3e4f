package dev.cloakroom.host.vault;

import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the vault keeps of a user. */
public enum Field {
    /** In E.164; without a calling code it is read as a number of China. */
    PHONE,
    NAME,
    ADDRESS,
    EMAIL;

    private static final int MAX_LENGTH = 256;
    private static final Pattern EMAIL_SHAPE = Pattern.compile("[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@.]+");

    /** What tokens of this scope stand for; empty when they stand for no stored field. */
    static Optional<Field> of(Scope scope) {
        return scope.equals(ScopeCatalog.PHONE_NUMBER) ? Optional.of(PHONE) : Optional.empty();
    }

    Normalised normalise(String value) {
        var text = value.strip();
        if (text.isEmpty()) {
            return new Normalised.Unfit(Rejection.EMPTY);
        }
        if (text.length() > MAX_LENGTH) {
            return new Normalised.Unfit(Rejection.TOO_LONG);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            return new Normalised.Unfit(Rejection.CONTROL_CHARACTERS);
        }
        return normaliseText(text);
    }

    private Normalised normaliseText(String text) {
        return switch (this) {
            case PHONE -> PhoneNumbers.normalise(text);
            case EMAIL -> email(text);
            case NAME, ADDRESS -> new Normalised.Fit(PersonalValue.of(text));
        };
    }

    private static Normalised email(String text) {
        return EMAIL_SHAPE.matcher(text).matches()
            ? new Normalised.Fit(PersonalValue.of(text))
            : new Normalised.Unfit(Rejection.NOT_AN_EMAIL);
    }
}
