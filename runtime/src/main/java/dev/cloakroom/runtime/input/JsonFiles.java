package dev.cloakroom.runtime.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.serialization.node.LocationJsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSON strictly: UTF-8, one value, no name twice, bounded in size and depth. A byte order mark is tolerated. */
public final class JsonFiles {

    /** The largest text that is read, in bytes. */
    public static final int MAX_BYTES = 4 << 20;

    private static final int MAX_DEPTH = 100;

    /** How the library names another place of the same text. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: .*?; line: (\\d+), column: \\d+]");
    private static final JsonMapper STRICT = JsonMapper.builder(
        JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
    ).build();

    private JsonFiles() {}

    /**
     * The content of a file that the user named.
     *
     * @throws BadInput when it is missing, too large or no JSON
     */
    public static JsonInput read(Path file) {
        return read(file.toString(), bytes(file));
    }

    /**
     * The bytes of a file, of which at most one more than {@link #MAX_BYTES} are read.
     *
     * @throws BadInput when it is missing or cannot be read
     */
    public static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw new BadInput(file.toString(), "is a folder: name a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new BadInput(file.toString(), "there is no such file");
        } catch (IOException e) {
            throw new BadInput(file.toString(), "cannot be read: " + FileTrouble.why(e));
        }
    }

    /**
     * The value of a text.
     *
     * @param where how error messages call this text, such as {@code app.json}
     * @throws BadInput when it is too large or no JSON
     */
    public static JsonInput read(String where, byte[] json) {
        if (json.length > MAX_BYTES) {
            throw new BadInput(where, "is larger than " + (MAX_BYTES >> 20) + " MB");
        }
        try {
            return new JsonInput(where, tree(utf8(where, json)));
        } catch (JsonProcessingException e) {
            throw new BadInput(where + position(e.getLocation()), problem(e));
        } catch (IOException e) {
            throw new BadInput(where, "cannot be read: " + FileTrouble.why(e));
        }
    }

    private static String utf8(String where, byte[] json) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadInput(where, "is not UTF-8");
        }
    }

    private static JsonNode tree(String text) throws IOException {
        try (JsonParser parser = new MemberLocations(STRICT.createParser(text))) {
            require(parser.nextToken() != null, parser, "there is no value");
            JsonNode root = STRICT.reader().with(new LocationJsonNodeFactory(parser)).readTree(parser);
            require(parser.nextToken() == null, parser, "there is text after the end of the value");
            return root;
        }
    }

    private static void require(boolean holds, JsonParser parser, String problem) throws JsonParseException {
        if (!holds) {
            throw new JsonParseException(parser, problem, place(parser));
        }
    }

    private static JsonLocation place(JsonParser parser) {
        return parser.hasCurrentToken() ? parser.currentTokenLocation() : parser.currentLocation();
    }

    private static String problem(JsonProcessingException e) {
        String message = SOURCE.matcher(e.getOriginalMessage()).replaceAll("line $1");
        return "is not valid JSON: " + Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    /** {@code :line:column}, both from 1, or nothing. */
    static String position(@Nullable JsonLocation at) {
        return at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
    }
}
