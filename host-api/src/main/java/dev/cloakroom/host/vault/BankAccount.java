package dev.cloakroom.host.vault;

/**
 * An account that money can be paid out to.
 *
 * @param number an IBAN or the bank's own number
 */
public record BankAccount(String holder, String bank, String number) implements StructuredValue {
    public BankAccount {
        StructuredValue.requireTexts(holder, bank, number);
        StructuredValue.require(!number.isBlank());
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "BankAccount";
    }
}
