package dev.cloakroom.host.audit;

import dev.cloakroom.host.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * An event in its place in the ledger. Everything but the JSON is taken from it, for the store to search by.
 *
 * @param sequence counts up from 1 without gaps
 * @param kind the event's name in kebab case
 * @param program the id of the program that it is about, if any
 * @param subject the user as that program knows them, if any
 * @param json one object in canonical form (RFC 8785): {@code sequence}, {@code at} (ISO 8601), {@code kind}, and the
 *     members of the event
 * @param leaf the RFC 9162 leaf hash of the JSON's UTF-8 bytes
 */
public record AuditEntry(
    long sequence,
    Instant at,
    String kind,
    Optional<String> program,
    Optional<String> subject,
    String json,
    Hash leaf
) {
    /**
     * The entry with that text.
     *
     * @throws IllegalArgumentException when it is not the text of an entry
     */
    public static AuditEntry of(String json) {
        var members = CanonicalJson.read(json);
        return new AuditEntry(
            members.path("sequence").longValue(),
            CanonicalJson.instant(members.path("at").asText()),
            members.path("kind").asText(),
            Optional.ofNullable(members.path("program").textValue()),
            Optional.ofNullable(members.path("subject").textValue()),
            json,
            leaf(json)
        );
    }

    /** The leaf hash of an entry's text. */
    public static Hash leaf(String json) {
        return Hash.leaf(json.getBytes(StandardCharsets.UTF_8));
    }
}
