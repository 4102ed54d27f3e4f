package dev.cloakroom.host.vault;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cloakroom.host.error.BrokerException;
import java.util.Optional;

/**
 * A value of several parts. The vault keeps it as the JSON object of its components; an absent text is empty. What
 * throws here while it reads tells nothing of the value.
 */
public sealed interface StructuredValue
    permits
        GeoPoint,
        PostalAddress,
        InvoiceTitle,
        Contact,
        DailySteps,
        PaymentInstrument,
        BankAccount,
        TransactionHistory
{
    int MAX_PART = 256;

    ObjectMapper MAPPER = JsonMapper.builder()
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .build();

    /** As the vault keeps it. */
    default String toJson() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new BrokerException("cannot write a value of type " + getClass().getSimpleName());
        }
    }

    /** The value that the text is, or empty when it is none of that type: a member too many or too few, out of range. */
    static <V extends StructuredValue> Optional<V> parse(String json, Class<V> type) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, type));
        } catch (JsonProcessingException e) {
            // its message quotes the value; that the text does not fit is all that anybody may know
            return Optional.empty();
        }
    }

    /**
     * Says that a component is out of its range.
     *
     * @throws IllegalArgumentException without the value
     */
    static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("a part of the value is missing, too long or out of range");
        }
    }

    /** Whether every text is short and on one line. */
    static void requireTexts(String... texts) {
        for (var text : texts) {
            require(text != null && text.length() <= MAX_PART && text.chars().noneMatch(Character::isISOControl));
        }
    }
}
