package dev.cloakroom.runtime.leak;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;

/** Spellings as bytes; each byte is a character below 256. */
final class Bytes {

    private static final List<Charset> CHARSETS = Stream.of(
        "UTF-16LE",
        "UTF-16BE",
        "UTF-32LE",
        "UTF-32BE",
        "GB18030",
        "UTF-8"
    )
        .map(Charset::forName)
        .toList();
    private static final List<String> DIGESTS = List.of(
        "MD5",
        "SHA-1",
        "SHA-224",
        "SHA-256",
        "SHA-384",
        "SHA-512",
        "SHA3-256"
    );

    /** Programs shorten digests; eight bytes are still far from chance. */
    private static final int DIGEST_BYTES = 8;

    private Bytes() {}

    /** The bytes of the value in other character sets than ASCII. */
    static Stream<String> charsets(Personal value) {
        return Rotations.plain(value).flatMap(text ->
            CHARSETS.stream()
                .map(text::getBytes)
                .map(Bytes::text)
                .filter(bytes -> !bytes.equals(text))
        );
    }

    /** The first bytes of every unsalted digest of every form of the value. */
    static Stream<String> digests(Personal value) {
        return value
            .written()
            .stream()
            .map(form -> form.getBytes(StandardCharsets.UTF_8))
            .flatMap(Bytes::digests);
    }

    private static Stream<String> digests(byte[] form) {
        return DIGESTS.stream().map(algorithm -> text(digest(algorithm, form)).substring(0, DIGEST_BYTES));
    }

    private static byte[] digest(String algorithm, byte[] form) {
        try {
            return MessageDigest.getInstance(algorithm).digest(form);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
