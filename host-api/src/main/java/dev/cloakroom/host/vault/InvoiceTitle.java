package dev.cloakroom.host.vault;

/**
 * Whom an invoice is made out to, in the parts of WeChat's {@code chooseInvoiceTitle}.
 *
 * @param type {@code 0} for a company, {@code 1} for a person
 */
public record InvoiceTitle(
    String type,
    String title,
    String taxNumber,
    String companyAddress,
    String telephone,
    String bankName,
    String bankAccount
) implements StructuredValue {
    public InvoiceTitle {
        StructuredValue.requireTexts(title, taxNumber, companyAddress, telephone, bankName, bankAccount);
        StructuredValue.require(("0".equals(type) || "1".equals(type)) && !title.isBlank());
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "InvoiceTitle";
    }
}
