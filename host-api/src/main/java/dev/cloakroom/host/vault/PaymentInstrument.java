package dev.cloakroom.host.vault;

/**
 * What the user pays with.
 *
 * @param provider the host's payment provider that knows it
 * @param reference what that provider calls it; never a card number
 * @param display what the user knows it by, such as {@code Visa •••• 4242}
 */
public record PaymentInstrument(String provider, String reference, String display) implements StructuredValue {
    public PaymentInstrument {
        StructuredValue.requireTexts(provider, reference, display);
        StructuredValue.require(!provider.isBlank() && !reference.isBlank());
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "PaymentInstrument";
    }
}
