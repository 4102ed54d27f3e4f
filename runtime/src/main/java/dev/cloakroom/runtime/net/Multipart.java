package dev.cloakroom.runtime.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/**
 * A form with one file, RFC 7578.
 *
 * @param contentType with the boundary
 */
public record Multipart(String contentType, Body body) {
    /** @param mediaType such as {@code image/png} */
    public record FilePart(String name, String fileName, String mediaType, Body content) {}

    /**
     * The form; names have no control characters.
     *
     * @param fields come before the file
     */
    public static Multipart of(Map<String, String> fields, FilePart file) {
        var form = MultipartEntityBuilder.create()
            .setMode(HttpMultipartMode.EXTENDED)
            .setCharset(StandardCharsets.UTF_8);
        var text = ContentType.create("text/plain", StandardCharsets.UTF_8);
        fields.forEach((name, value) -> form.addTextBody(name, value, text));
        form.addBinaryBody(file.name(), file.content().bytes(), ContentType.create(file.mediaType()), file.fileName());
        return of(form.build());
    }

    private static Multipart of(HttpEntity form) {
        var bytes = new ByteArrayOutputStream();
        try {
            form.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a form in memory cannot be written", e);
        }
        return new Multipart(form.getContentType(), Body.of(bytes.toByteArray()));
    }
}
