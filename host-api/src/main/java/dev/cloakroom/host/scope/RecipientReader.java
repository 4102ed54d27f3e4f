package dev.cloakroom.host.scope;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the file format that {@link RecipientRegistry#parse} describes. A member that it does not know is an error. */
final class RecipientReader {

    private static final Pattern HOST = Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9-]+)+");

    private static final ObjectMapper MAPPER = JsonMapper.builder()
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .build();

    private RecipientReader() {}

    private record File(@JsonProperty(required = true) List<Entry> recipients) {}

    private record Entry(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) List<String> scopes,
        @Nullable Set<String> hosts,
        @Nullable Boolean byDefault
    ) {}

    static List<Recipient> read(String json) {
        try {
            return MAPPER.readValue(json, File.class).recipients().stream().map(RecipientReader::recipient).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the recipients are not in order: " + e.getOriginalMessage(), e);
        }
    }

    private static Recipient recipient(Entry entry) {
        var hosts = entry.hosts() == null ? Set.<String>of() : entry.hosts();
        hosts.forEach(host -> requireHost(entry.id(), host));
        var scopes = entry
            .scopes()
            .stream()
            .map(name -> scope(entry.id(), name))
            .collect(Collectors.toSet());
        return new Recipient(
            new RecipientId(entry.id()),
            entry.name(),
            scopes,
            hosts,
            Boolean.TRUE.equals(entry.byDefault())
        );
    }

    private static Scope scope(String id, String name) {
        return ScopeCatalog.find(name).orElseThrow(() ->
            new IllegalArgumentException("recipient `" + id + "`: unknown scope `" + name + "`")
        );
    }

    private static void requireHost(String id, String host) {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(
                "recipient `" + id + "`: `" + host + "` is not the name of a host, such as api.courier.example"
            );
        }
    }
}
