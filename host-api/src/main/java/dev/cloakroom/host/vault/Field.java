package dev.cloakroom.host.vault;

import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import java.util.Map;
import java.util.Optional;

/** What the vault keeps of a user. */
public enum Field {
    /** In E.164; without a calling code it is read as a number of China. */
    PHONE,
    NAME,
    EMAIL,
    NICKNAME,
    /** An {@code https} or {@code data:image/} address of a picture. */
    AVATAR,
    GENDER,
    OCCUPATION,
    /** As {@code 1990-05-17}. */
    BIRTH_DATE,
    /** A {@link PostalAddress}. */
    ADDRESS,
    /** An {@link InvoiceTitle}. */
    INVOICE_TITLE,
    /** The {@link Contact} that the user chose last. */
    CONTACT,
    LICENSE_PLATE,
    /** A {@link GeoPoint}. */
    LOCATION,
    /** {@link DailySteps}. */
    STEPS,
    /** A {@link PaymentInstrument}. */
    PAYMENT_INSTRUMENT,
    /** A {@link BankAccount}. */
    BANK_ACCOUNT,
    /** A {@link TransactionHistory}. */
    TRANSACTIONS,
    /** The square that the user was last said to be in; the host keeps it itself. */
    LAST_CELL;

    private static final Map<Scope, Field> BEHIND_TOKENS = Map.ofEntries(
        Map.entry(ScopeCatalog.PHONE_NUMBER, PHONE),
        Map.entry(ScopeCatalog.CALL, PHONE),
        Map.entry(ScopeCatalog.EMAIL, EMAIL),
        Map.entry(ScopeCatalog.ADDRESS, ADDRESS),
        Map.entry(ScopeCatalog.INVOICE_TITLE, INVOICE_TITLE),
        Map.entry(ScopeCatalog.CONTACT, CONTACT),
        Map.entry(ScopeCatalog.LICENSE_PLATE, LICENSE_PLATE),
        Map.entry(ScopeCatalog.USER_LOCATION, LOCATION),
        Map.entry(ScopeCatalog.PAYMENT, PAYMENT_INSTRUMENT),
        Map.entry(ScopeCatalog.BANK_ACCOUNT, BANK_ACCOUNT),
        Map.entry(ScopeCatalog.TRANSACTIONS, TRANSACTIONS)
    );

    /** What tokens of this scope stand for; empty when they stand for no stored field. */
    public static Optional<Field> of(Scope scope) {
        return Optional.ofNullable(BEHIND_TOKENS.get(scope));
    }

    Normalised normalise(String value) {
        var text = value.strip();
        return text.isEmpty() ? new Normalised.Unfit(Rejection.EMPTY) : FieldForms.normalise(this, text);
    }
}
