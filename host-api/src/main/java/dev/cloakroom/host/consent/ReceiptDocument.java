package dev.cloakroom.host.consent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.scope.RecipientId;
import java.util.Locale;

/**
 * A receipt as ISO/IEC TS 27560:2023 lays consent records out: what was asked, by whom, for whom, and what the user
 * said when. The user is named as the program knows them, and no value is in it.
 */
public final class ReceiptDocument {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final String SCHEMA = "ISO/IEC TS 27560:2023";

    private ReceiptDocument() {}

    /** The members of the clauses 6.3.2 to 6.3.5: header, processing, parties, event. */
    public static ObjectNode of(ConsentReceipt receipt, ProgramRegistration program, PairwiseSubject subject) {
        var document = MAPPER.createObjectNode()
            .put("schema_version", SCHEMA)
            .put("record_id", receipt.id())
            .put("pii_principal_id", subject.value());
        document.putArray("pii_processing").add(processing(receipt));
        document
            .putArray("party_identification")
            .addObject()
            .put("party_id", program.id().value())
            .put("party_name", program.verifiedName())
            .put("party_type", "pii_controller");
        document.putArray("event").add(event(receipt));
        return document;
    }

    private static ObjectNode processing(ConsentReceipt receipt) {
        var scope = receipt.scope();
        var processing = MAPPER.createObjectNode();
        processing
            .putArray("purposes")
            .addObject()
            .put("purpose", receipt.purpose())
            .put("lawful_basis", "consent")
            .put("service", scope.wording().english());
        processing
            .putArray("pii_information")
            .addObject()
            .put("pii_type", scope.name())
            .put("pii_category", scope.category().name().toLowerCase(Locale.ROOT))
            .put("disclosed_to_controller", scope.sees().english());
        var recipients = processing.putArray("recipient_third_parties");
        receipt.recipients().stream().map(RecipientId::value).sorted().forEach(recipients::add);
        return processing;
    }

    private static ObjectNode event(ConsentReceipt receipt) {
        return MAPPER.createObjectNode()
            .put("event_time", receipt.at().toString())
            .put("event_type", "explicit")
            .put("event_state", given(receipt.answer()) ? "consent_given" : "consent_refused")
            .put("validity_duration", duration(receipt.answer()));
    }

    private static boolean given(ConsentAnswer answer) {
        return switch (answer) {
            case ALLOW, WEEK, SESSION, ONCE -> true;
            case DENY, DISMISS -> false;
        };
    }

    private static String duration(ConsentAnswer answer) {
        return switch (answer) {
            case ALLOW -> "until withdrawn";
            case WEEK -> "P7D";
            case SESSION -> "until the end of the session";
            case ONCE -> "one use";
            case DENY, DISMISS -> "none";
        };
    }
}
