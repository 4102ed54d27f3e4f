package dev.cloakroom.host.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The ledger and the tables, read side by side and without the broker. */
record Books(List<String> ledger, List<JsonNode> entries, Connection tables) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Books of(List<String> ledger, Connection tables) {
        return new Books(ledger, ledger.stream().map(Books::parsed).toList(), tables);
    }

    private static JsonNode parsed(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Stream<JsonNode> ofKind(String kind) {
        return entries.stream().filter(entry -> entry.path("kind").asText().equals(kind));
    }

    /** These members of all entries of a kind, with a space between. */
    List<String> column(String kind, String... members) {
        return ofKind(kind)
            .map(entry ->
                String.join(
                    " ",
                    Stream.of(members)
                        .map(name -> entry.path(name).asText())
                        .toList()
                )
            )
            .toList();
    }

    /** The columns of all rows, with a space between. */
    List<String> rows(String sql) {
        try (var statement = tables.createStatement(); var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                var cells = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(rows.getString(i));
                }
                found.add(String.join(" ", cells));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
