package dev.cloakroom.host.vault;

import java.util.List;

/** What the user paid, oldest first; 500 entries at most. */
public record TransactionHistory(List<Transaction> transactions) implements StructuredValue {
    private static final int MAX_ENTRIES = 500;

    public TransactionHistory {
        StructuredValue.require(transactions != null && transactions.size() <= MAX_ENTRIES);
        transactions = List.copyOf(transactions);
    }

    /**
     * One payment.
     *
     * @param at in seconds since 1970
     * @param amount in the smallest unit of the currency; negative for a refund
     * @param currency ISO 4217, such as {@code CNY}
     */
    public record Transaction(long at, String payee, long amount, String currency) {
        public Transaction {
            StructuredValue.requireTexts(payee, currency);
            StructuredValue.require(at >= 0 && currency.matches("[A-Z]{3}"));
        }
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "TransactionHistory";
    }
}
