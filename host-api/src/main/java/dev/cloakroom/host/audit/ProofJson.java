package dev.cloakroom.host.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.merkle.Hash;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Proofs as JSON objects. Inclusion: {@code entry} (the text that is hashed), {@code sequence}, {@code size} and
 * {@code path}. Consistency: {@code formerSize}, {@code size} and {@code path}. A path is a list of hashes of 64
 * hexadecimal digits.
 */
public final class ProofJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private ProofJson() {}

    public static ObjectNode of(InclusionProof proof) {
        var document = MAPPER.createObjectNode()
            .put("entry", proof.entry())
            .put("sequence", proof.sequence())
            .put("size", proof.size());
        document.set("path", path(proof.path()));
        return document;
    }

    public static ObjectNode of(ConsistencyProof proof) {
        var document = MAPPER.createObjectNode().put("formerSize", proof.formerSize()).put("size", proof.size());
        document.set("path", path(proof.path()));
        return document;
    }

    /** The proof, empty when it is not exactly one of inclusion. */
    public static Optional<InclusionProof> inclusion(ObjectNode document) {
        return document.size() == 4 && isText(document, "entry") && isNumber(document, "sequence") && isSized(document)
            ? path(document).map(path ->
                  new InclusionProof(
                      document.path("entry").textValue(),
                      document.path("sequence").longValue(),
                      document.path("size").longValue(),
                      path
                  )
              )
            : Optional.empty();
    }

    /** The proof, empty when it is not exactly one of consistency. */
    public static Optional<ConsistencyProof> consistency(ObjectNode document) {
        return document.size() == 3 && isNumber(document, "formerSize") && isSized(document)
            ? path(document).map(path ->
                  new ConsistencyProof(document.path("formerSize").longValue(), document.path("size").longValue(), path)
              )
            : Optional.empty();
    }

    private static boolean isSized(ObjectNode document) {
        return isNumber(document, "size") && document.path("path").isArray();
    }

    private static boolean isNumber(ObjectNode document, String member) {
        return document.path(member).isIntegralNumber() && document.path(member).canConvertToLong();
    }

    private static boolean isText(ObjectNode document, String member) {
        return document.path(member).isTextual();
    }

    private static ArrayNode path(List<Hash> path) {
        var array = MAPPER.createArrayNode();
        path.forEach(hash -> array.add(hash.hex()));
        return array;
    }

    private static Optional<List<Hash>> path(ObjectNode document) {
        var nodes = document.path("path");
        var hashes = StreamSupport.stream(nodes.spliterator(), false)
            .map(JsonNode::asText)
            .flatMap(digits -> Hash.parse(digits).stream())
            .toList();
        return hashes.size() == nodes.size() ? Optional.of(hashes) : Optional.empty();
    }
}
