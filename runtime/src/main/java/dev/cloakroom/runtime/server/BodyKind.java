package dev.cloakroom.runtime.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.runtime.json.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a path takes as content.
 *
 * @param mediaType in lower case; the request must name it
 * @param reader empty for a text that is not of this kind
 */
record BodyKind<B>(String mediaType, Function<String, Optional<B>> reader) {
    /** Of any content. */
    static final int MAX_BYTES = 64 << 10;

    static final BodyKind<ObjectNode> JSON = new BodyKind<>("application/json", Json::parseObject);
    static final BodyKind<Form> FORM = new BodyKind<>("application/x-www-form-urlencoded", Form::parse);

    /** Of requests that have no content. */
    static final BodyKind<ObjectNode> NONE = new BodyKind<>("", text ->
        Optional.of(Json.object()).filter(_ -> text.isEmpty())
    );

    /** What became of a body. */
    sealed interface Outcome<B> {
        record Content<B>(B body) implements Outcome<B> {}

        record Refused<B>(Reply reply) implements Outcome<B> {}
    }

    /** Reads the request's content, up to {@link #MAX_BYTES}. */
    Outcome<B> read(Context request) {
        if (!isNamed(request.header("Content-Type")) || request.header("Content-Encoding") != null) {
            return new Outcome.Refused<>(Reply.of(HttpProblem.UNSUPPORTED_MEDIA_TYPE));
        }
        try {
            return outcome(request.bodyInputStream().readNBytes(MAX_BYTES + 1));
        } catch (IOException e) {
            // too slow, or gone: whoever is still there may know
            return new Outcome.Refused<>(Reply.of(HttpProblem.TIMEOUT));
        }
    }

    private Outcome<B> outcome(byte[] content) {
        if (content.length > MAX_BYTES) {
            return new Outcome.Refused<>(Reply.of(HttpProblem.TOO_LARGE));
        }
        return text(content)
            .flatMap(reader)
            .<Outcome<B>>map(Outcome.Content::new)
            .orElseGet(() -> new Outcome.Refused<>(Reply.of(ErrorCode.INVALID_PARAMETER)));
    }

    /** With or without {@code charset=utf-8}: there is no other. */
    private boolean isNamed(@Nullable String contentType) {
        if (contentType == null) {
            return mediaType.isEmpty();
        }
        String given = contentType.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "");
        return given.equals(mediaType) || given.equals(mediaType + ";charset=utf-8");
    }

    private static Optional<String> text(byte[] content) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException e) {
            // half a character is no text: the sender is told that the content does not fit
            return Optional.empty();
        }
    }
}
