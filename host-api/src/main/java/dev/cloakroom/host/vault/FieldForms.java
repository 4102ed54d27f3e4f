package dev.cloakroom.host.vault;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Brings values to the one form that the vault keeps of each field. */
final class FieldForms {

    private static final int MAX_LENGTH = 256;
    private static final int MAX_STRUCTURED = 64_000;
    private static final Pattern EMAIL_SHAPE = Pattern.compile(
        "[^\\s@<>,;:\"]{1,64}@[^\\s@<>,;:\"]+\\.[^\\s@.<>,;:\"]+"
    );
    private static final Pattern PICTURE = Pattern.compile("https://\\S+|data:image/(png|jpeg|webp);base64,[\\w+/=]+");

    private FieldForms() {}

    static Normalised normalise(Field field, String text) {
        return switch (field) {
            case PHONE -> PhoneNumbers.normalise(text);
            case EMAIL -> matching(text, EMAIL_SHAPE, Rejection.NOT_AN_EMAIL);
            case AVATAR -> picture(text);
            case BIRTH_DATE -> date(text);
            case NAME, NICKNAME, GENDER, OCCUPATION, LICENSE_PLATE -> text(text);
            case ADDRESS -> structured(text, PostalAddress.class);
            case INVOICE_TITLE -> structured(text, InvoiceTitle.class);
            case CONTACT -> structured(text, Contact.class);
            case LOCATION -> structured(text, GeoPoint.class);
            case STEPS -> structured(text, DailySteps.class);
            case PAYMENT_INSTRUMENT -> structured(text, PaymentInstrument.class);
            case BANK_ACCOUNT -> structured(text, BankAccount.class);
            case TRANSACTIONS -> structured(text, TransactionHistory.class);
            case LAST_CELL -> new Normalised.Unfit(Rejection.NOT_EDITABLE);
        };
    }

    private static Normalised text(String text) {
        if (text.length() > MAX_LENGTH) {
            return new Normalised.Unfit(Rejection.TOO_LONG);
        }
        return text.chars().anyMatch(Character::isISOControl)
            ? new Normalised.Unfit(Rejection.CONTROL_CHARACTERS)
            : fit(text);
    }

    private static Normalised picture(String text) {
        return text.length() > MAX_STRUCTURED
            ? new Normalised.Unfit(Rejection.TOO_LONG)
            : matching(text, PICTURE, Rejection.NOT_A_PICTURE);
    }

    private static Normalised matching(String text, Pattern shape, Rejection otherwise) {
        return shape.matcher(text).matches() ? fit(text) : new Normalised.Unfit(otherwise);
    }

    private static Normalised date(String text) {
        try {
            return fit(LocalDate.parse(text).toString());
        } catch (DateTimeException e) {
            return new Normalised.Unfit(Rejection.NOT_A_DATE);
        }
    }

    private static Normalised structured(String text, Class<? extends StructuredValue> type) {
        return text.length() > MAX_STRUCTURED ? new Normalised.Unfit(Rejection.TOO_LONG) : parsed(text, type);
    }

    private static Normalised parsed(String text, Class<? extends StructuredValue> type) {
        return StructuredValue.parse(text, type)
            .map(value -> fit(value.toJson()))
            .orElse(new Normalised.Unfit(Rejection.NOT_STRUCTURED));
    }

    private static Normalised fit(String text) {
        return new Normalised.Fit(PersonalValue.of(text));
    }
}
