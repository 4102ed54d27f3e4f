package dev.cloakroom.host.payment;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount above zero.
 *
 * @param minorUnits such as cents
 * @param currency by its ISO 4217 code
 */
public record Money(long minorUnits, String currency) {
    private static final long MAX = 1_000_000_000_000L;

    /** @throws IllegalArgumentException when it is not above zero, too large, or in no known currency */
    public Money {
        if (minorUnits < 1 || minorUnits > MAX) {
            throw new IllegalArgumentException("an amount must be 1 to " + MAX + " minor units");
        }
        if (Currency.getInstance(currency).getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("nobody pays in such a currency");
        }
    }

    /** As people write it, such as {@code 12.00 CNY}. */
    @Override
    public String toString() {
        var digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return BigDecimal.valueOf(minorUnits, digits).toPlainString() + " " + currency;
    }
}
