package dev.cloakroom.host.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.cloakroom.host.error.BrokerException;
import java.time.Instant;
import java.util.Locale;
import java.util.TreeMap;

/** The one way to write an event as bytes. Every member is flat, so sorting the top level sorts everything. */
final class CanonicalJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
        .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL)
        )
        .build();

    private CanonicalJson() {}

    static String of(long sequence, Instant at, AuditEvent event) {
        var members = MAPPER.convertValue(event, new TypeReference<TreeMap<String, Object>>() {});
        members.put("sequence", sequence);
        members.put("at", at.toString());
        members.put("kind", kind(event));
        try {
            return MAPPER.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new BrokerException("cannot write a ledger entry", e);
        }
    }

    private static String kind(AuditEvent event) {
        var name = event.getClass().getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
