package dev.cloakroom.host.vault;

/** Why a value was not stored. The texts do not repeat the value. */
public enum Rejection {
    NOT_A_PHONE_NUMBER("not a phone number: give 11 national digits, or + and the country's calling code first"),
    NOT_AN_EMAIL("not an e-mail address: give one name, an @ and a domain"),
    EMPTY("the value is empty"),
    TOO_LONG("the value is longer than 256 characters, or 64,000 for a value of several parts"),
    CONTROL_CHARACTERS("the value contains control characters"),
    NOT_A_DATE("not a date: write it as 1990-05-17"),
    NOT_A_PICTURE("not a picture: give an https address, or a PNG, JPEG or WebP as a data address"),
    NOT_STRUCTURED("not an object with the members of this field: see the record of its type for names and ranges"),
    NOT_A_LABEL("not a label: give at most 64 visible characters"),
    NOT_EDITABLE("the host keeps this field itself");

    private final String text;

    Rejection(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
