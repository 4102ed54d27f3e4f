package dev.cloakroom.runtime.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * One line of a journal: a checksum of eight hexadecimal digits, a space, JSON, a line feed.
 *
 * @param op what happens
 * @param key to which key; empty for {@link Op#CLEAR}
 * @param value the new value's JSON; empty but for {@link Op#SET}
 */
record StorageChange(Op op, String key, String value) {
    enum Op {
        SET,
        REMOVE,
        CLEAR,
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHECKSUM = 8;

    static StorageChange set(String key, String value) {
        return new StorageChange(Op.SET, key, value);
    }

    static StorageChange remove(String key) {
        return new StorageChange(Op.REMOVE, key, "");
    }

    static StorageChange clear() {
        return new StorageChange(Op.CLEAR, "", "");
    }

    static JsonNode parse(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }

    /** The line with its line feed. */
    byte[] line() throws JsonProcessingException {
        ObjectNode json = JSON.createObjectNode().put("op", op.name().toLowerCase(Locale.ROOT)).put("key", key);
        if (op == Op.SET) {
            json.set("value", parse(value));
        }
        String text = JSON.writeValueAsString(json);
        return (checksum(text) + " " + text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Whether {@code line}, without line feed, is what {@link #line} wrote. */
    static boolean isIntact(String line) {
        return (
            line.length() > CHECKSUM + 1 && line.substring(0, CHECKSUM).equals(checksum(line.substring(CHECKSUM + 1)))
        );
    }

    /** Reads an intact line. */
    static StorageChange of(String line) throws JsonProcessingException {
        JsonNode json = parse(line.substring(CHECKSUM + 1));
        Op op = Op.valueOf(json.path("op").asText().toUpperCase(Locale.ROOT));
        return new StorageChange(op, json.path("key").asText(), op == Op.SET ? json.path("value").toString() : "");
    }

    private static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
