package dev.cloakroom.host.vault;

/** A personal value in the clear. It has no equality and prints as nothing; {@link #reveal} is the one way to it. */
public final class PersonalValue {

    private final String value;

    private PersonalValue(String value) {
        this.value = value;
    }

    public static PersonalValue of(String value) {
        return new PersonalValue(value);
    }

    /** The value itself: for the vault, redemption actions and the trusted surface only. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "PersonalValue";
    }
}
