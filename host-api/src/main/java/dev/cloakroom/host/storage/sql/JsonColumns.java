package dev.cloakroom.host.storage.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cloakroom.host.error.BrokerException;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.scope.Caveat;
import dev.cloakroom.host.scope.RecipientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Sets and caveats as JSON text. */
final class JsonColumns {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Set<String>> NAMES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private JsonColumns() {}

    static String recipients(Set<RecipientId> recipients) {
        return write(values(recipients));
    }

    static Set<RecipientId> recipients(String json) {
        return ids(MAPPER.convertValue(read(json), NAMES));
    }

    static String texts(Map<String, String> texts) {
        return write(new TreeMap<>(texts));
    }

    static Map<String, String> texts(String json) {
        return MAPPER.convertValue(read(json), TEXTS);
    }

    static String programs(Set<ProgramId> programs) {
        return write(programs.stream().map(ProgramId::value).sorted().toList());
    }

    static Set<ProgramId> programs(String json) {
        return MAPPER.convertValue(read(json), NAMES).stream().map(ProgramId::new).collect(Collectors.toSet());
    }

    static String caveats(List<Caveat> caveats) {
        return write(caveats.stream().map(JsonColumns::members).toList());
    }

    static List<Caveat> caveats(String json) {
        return StreamSupport.stream(read(json).spliterator(), false).map(JsonColumns::caveat).toList();
    }

    private static Map<String, Object> members(Caveat caveat) {
        return switch (caveat) {
            case Caveat.ExpiresAt(var instant) -> Map.of("expiresAt", instant.toEpochMilli());
            case Caveat.MaxUses(var count) -> Map.of("maxUses", count);
            case Caveat.ForActions(var actions) -> Map.of("actions", actions);
            case Caveat.ForRecipients(var recipients) -> Map.of("recipients", values(recipients));
            case Caveat.Bound(var parameters) -> Map.of("bound", parameters);
        };
    }

    /** A caveat that this version does not know must not be lost: the token then allows nothing. */
    private static Caveat caveat(JsonNode node) {
        var member = node.properties().iterator().next();
        var value = member.getValue();
        return switch (member.getKey()) {
            case "expiresAt" -> new Caveat.ExpiresAt(Instant.ofEpochMilli(value.longValue()));
            case "maxUses" -> new Caveat.MaxUses(value.intValue());
            case "actions" -> new Caveat.ForActions(MAPPER.convertValue(value, NAMES));
            case "recipients" -> new Caveat.ForRecipients(ids(MAPPER.convertValue(value, NAMES)));
            case "bound" -> new Caveat.Bound(MAPPER.convertValue(value, TEXTS));
            default -> throw new BrokerException("unknown caveat `" + member.getKey() + "` in the store");
        };
    }

    private static List<String> values(Collection<RecipientId> recipients) {
        return recipients.stream().map(RecipientId::value).sorted().toList();
    }

    private static Set<RecipientId> ids(Set<String> values) {
        return values.stream().map(RecipientId::new).collect(Collectors.toSet());
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new BrokerException("cannot write a column", e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new BrokerException("cannot read a column", e);
        }
    }
}
