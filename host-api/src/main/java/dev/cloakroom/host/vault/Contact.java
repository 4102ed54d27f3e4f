package dev.cloakroom.host.vault;

/** Somebody of the user's address book. */
public record Contact(String displayName, String phoneNumber) implements StructuredValue {
    public Contact {
        StructuredValue.requireTexts(displayName, phoneNumber);
        StructuredValue.require(!phoneNumber.isBlank());
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "Contact";
    }
}
