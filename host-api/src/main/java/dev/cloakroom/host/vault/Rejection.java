package dev.cloakroom.host.vault;

/** Why a value was not stored. The texts do not repeat the value. */
public enum Rejection {
    NOT_A_PHONE_NUMBER("not a phone number: give 11 national digits, or + and the country's calling code first"),
    NOT_AN_EMAIL("not an e-mail address: give one name, an @ and a domain"),
    EMPTY("the value is empty"),
    TOO_LONG("the value is longer than 256 characters"),
    CONTROL_CHARACTERS("the value contains control characters");

    private final String text;

    Rejection(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
