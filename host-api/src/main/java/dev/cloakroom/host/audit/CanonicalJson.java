package dev.cloakroom.host.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.cloakroom.host.error.BrokerException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The one way to write an event as bytes: the JSON Canonicalization Scheme (RFC 8785). Every member is flat, so sorting
 * the top level sorts everything; there are no fractions, whose form would need more care.
 */
final class CanonicalJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
        .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL)
        )
        .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
        .build();

    private CanonicalJson() {}

    static String of(long sequence, Instant at, AuditEvent event) {
        var members = MAPPER.convertValue(event, new TypeReference<TreeMap<String, Object>>() {});
        members.put("sequence", sequence);
        members.put("at", at.toString());
        members.put("kind", kind(event));
        try {
            return wellFormed(MAPPER.writeValueAsString(members));
        } catch (JsonProcessingException e) {
            throw new BrokerException("cannot write a ledger entry", e);
        }
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the text of an entry is not JSON", e);
        }
    }

    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("an entry has no time", e);
        }
    }

    /** Half a surrogate pair has no UTF-8 form: it becomes `?` before it is hashed, and not later in a store. */
    private static String wellFormed(String json) {
        return new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String kind(AuditEvent event) {
        var name = event.getClass().getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
