package dev.cloakroom.runtime.leak;

import static dev.cloakroom.runtime.leak.Planted.MAIL;
import static dev.cloakroom.runtime.leak.Planted.NAME;
import static dev.cloakroom.runtime.leak.Planted.PHONE;
import static dev.cloakroom.runtime.leak.Planted.ROUND;
import static dev.cloakroom.runtime.leak.Planted.STREET;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Texts as a thief writes them, made without the code under test, each with the encoding that it needs. */
final class Samples {

    private static final long VALUE = Long.parseLong(PHONE);
    private static final String A = PHONE.substring(0, 3);
    private static final String B = PHONE.substring(3, 7);
    private static final String C = PHONE.substring(7);
    private static final HexFormat HEX = HexFormat.of();

    /** @param encoding the row of the table without which {@code text} tells nothing */
    record Sample(String encoding, String label, String text) {
        @Override
        public String toString() {
            return encoding + ": " + label;
        }
    }

    private Samples() {}

    static Stream<Sample> all() {
        return Stream.of(spellings(), numbers(), digests(), folds(), bits(), base64(), escapes(), traces()).flatMap(
            samples -> samples
        );
    }

    private static Sample of(String encoding, String label, String text) {
        return new Sample(encoding, label, text);
    }

    private static Stream<Sample> spellings() {
        return Stream.of(
            of("plain", "national", "call " + PHONE + " now"),
            of("plain", "E.164", "+86" + PHONE),
            of("plain", "0086", "0086/" + PHONE),
            of("plain", "between letters", "x" + PHONE + "y"),
            of("plain", "e-mail", "<" + MAIL + ">"),
            of("plain", "name", "你好" + NAME),
            of("reversed", "number", reversed(PHONE)),
            of("reversed", "e-mail", reversed(MAIL)),
            of("digit shift", "by three", each(PHONE, c -> "" + ((c - '0' + 3) % 10))),
            of("digit shift", "from nine", each(PHONE, c -> "" + (9 - (c - '0')))),
            of("digits as letters", "from a", each(PHONE, c -> "" + (char) (c - '0' + 'a'))),
            of("digits as letters", "keyboard", each(PHONE, c -> "" + "poiuytrewq".charAt((10 - (c - '0')) % 10))),
            of(
                "rot13",
                "e-mail",
                each(MAIL, c -> "" + (char) (c >= 'a' && c <= 'z' ? ((c - 'a' + 13) % 26) + 'a' : c))
            ),
            of("rot47", "number", each(PHONE, c -> "" + (char) (33 + ((c - 33 + 47) % 94))))
        );
    }

    private static Stream<Sample> numbers() {
        return Stream.of(
            of("radix", "2", Long.toString(VALUE, 2)),
            of("radix", "8", Long.toString(VALUE, 8)),
            of("radix", "16 upper", "0x" + Long.toString(VALUE, 16).toUpperCase(Locale.ROOT)),
            of("radix", "36", Long.toString(VALUE, 36)),
            of("radix", "36, E.164", Long.toString(Long.parseLong("86" + PHONE), 36)),
            of("scientific", "round number", "" + Double.parseDouble(ROUND)),
            of("binary", "big endian", latin1(ByteBuffer.allocate(8).putLong(VALUE).array())),
            of(
                "binary",
                "little endian",
                latin1(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(VALUE).array())
            ),
            of(
                "binary",
                "double",
                latin1(
                    ByteBuffer.allocate(8)
                        .putDouble((double) VALUE)
                        .array()
                )
            ),
            of(
                "binary",
                "little endian in base64",
                base64(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(VALUE).array())
            ),
            of("packed decimal", "BCD", latin1(HEX.parseHex("0" + PHONE))),
            of("packed decimal", "swapped", latin1(HEX.parseHex((PHONE + "f").replaceAll("(.)(.)", "$2$1")))),
            of("charset", "UTF-16LE name", latin1(NAME.getBytes(StandardCharsets.UTF_16LE))),
            of("charset", "UTF-16BE name", latin1(NAME.getBytes(StandardCharsets.UTF_16BE))),
            of("charset", "GBK name in hex", HEX.formatHex(NAME.getBytes(Charset.forName("GBK"))))
        );
    }

    private static Stream<Sample> digests() {
        Stream<Sample> hex = Stream.of("MD5", "SHA-1", "SHA-256", "SHA-512").flatMap(algorithm ->
            Stream.of(
                PHONE,
                "+86" + PHONE,
                "0086" + PHONE,
                A + " " + B + " " + C,
                A + "-" + B + "-" + C,
                "86" + PHONE,
                "\"" + PHONE + "\""
            ).map(form -> of("digest", algorithm + " hex", HEX.formatHex(digest(algorithm, form))))
        );
        Stream<Sample> others = Stream.of(
            of("digest", "SHA-256 upper hex", HEX.withUpperCase().formatHex(digest("SHA-256", PHONE))),
            of("digest", "SHA-256 base64", base64(digest("SHA-256", PHONE))),
            of("digest", "shortened", HEX.formatHex(digest("SHA-256", PHONE)).substring(0, 16)),
            of("digest", "e-mail", HEX.formatHex(digest("MD5", MAIL))),
            of("digest", "name", HEX.formatHex(digest("SHA-1", NAME)))
        );
        return Stream.concat(hex, others);
    }

    private static Stream<Sample> folds() {
        Stream<Sample> separators = Stream.of(" ", "-", ".", "\u200b", "/", "\0", "x", "</b><b>").map(gap ->
            of("separated", "by " + gap.codePointAt(0), String.join(gap, PHONE.split("")))
        );
        Stream<Sample> others = Stream.of(
            of("separated", "grouped", "+86 (" + A + ") " + B + "-" + C),
            of("digits of other scripts", "full-width", each(PHONE, c -> "" + (char) (c - '0' + '０'))),
            of("digits of other scripts", "Arabic-Indic", each(PHONE, c -> "" + (char) (c - '0' + '٠'))),
            of(
                "digits of other scripts",
                "bold, four bytes each",
                each(PHONE, c -> Character.toString(c - '0' + 0x1d7ce))
            ),
            of("numerals", "Chinese", each(PHONE, c -> "" + "零一二三四五六七八九".charAt(c - '0'))),
            of("numerals", "circled", each(PHONE, c -> "" + "⓪①②③④⑤⑥⑦⑧⑨".charAt(c - '0'))),
            of("folded", "upper case", "MAIL " + MAIL.toUpperCase(Locale.ROOT)),
            of("folded", "full-width", each(MAIL, c -> "" + (char) (c - '!' + '！'))),
            of("folded", "street", STREET.toUpperCase(Locale.ROOT)),
            of("folded", "decomposed", Normalizer.normalize(STREET, Normalizer.Form.NFD).toLowerCase(Locale.ROOT)),
            of("squashed", "dots gone", MAIL.replaceAll("[.@]", " / ")),
            of(
                "utf-8",
                "full-width bytes",
                latin1(each(PHONE, c -> "" + (char) (c - '0' + '０')).getBytes(StandardCharsets.UTF_8))
            )
        );
        return Stream.concat(separators, others);
    }

    private static Stream<Sample> bits() {
        byte[] bytes = ascii(PHONE);
        return Stream.of(
            of("bits", "bytes", each(PHONE, c -> String.format("%8s", Integer.toBinaryString(c)).replace(' ', '0'))),
            of(
                "bits",
                "spaced",
                PHONE.chars()
                    .mapToObj(c -> "00" + Integer.toBinaryString(c))
                    .collect(Collectors.joining(" "))
            ),
            of("hex", "lower", "id" + HEX.formatHex(ascii(MAIL))),
            of("hex", "upper", HEX.withUpperCase().formatHex(ascii(MAIL))),
            of("hex", "number", HEX.formatHex(bytes)),
            of("hex", "odd start", "a" + HEX.formatHex(bytes)),
            of("hex", "colons", HEX.withDelimiter(":").formatHex(bytes)),
            of("hex", "UTF-16LE", HEX.formatHex(PHONE.getBytes(StandardCharsets.UTF_16LE))),
            of("hex", "UTF-16BE", HEX.formatHex(PHONE.getBytes(StandardCharsets.UTF_16BE))),
            of("base32", "whole", base32("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", bytes)),
            of("base32 lower", "inside", base32("abcdefghijklmnopqrstuvwxyz234567", ascii("tel=" + PHONE + ";"))),
            of("base32hex", "whole", base32("0123456789ABCDEFGHIJKLMNOPQRSTUV", bytes))
        );
    }

    private static Stream<Sample> base64() {
        return Stream.of(
            of("base64", "whole", base64(ascii(PHONE))),
            of("base64", "second alignment", base64(ascii("a" + PHONE + "zz"))),
            of("base64", "third alignment", base64(ascii("ab" + PHONE + "zz"))),
            of("base64", "glued to a word", "idx" + base64(ascii(PHONE))),
            of(
                "base64",
                "url",
                Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(("ÿ?>" + NAME + "ÿ?>" + MAIL).getBytes(StandardCharsets.UTF_8))
            ),
            of("base64", "twice", base64(ascii(base64(ascii(PHONE))))),
            of(
                "base64",
                "MIME lines",
                Base64.getMimeEncoder(8, ascii("\r\n")).encodeToString(ascii("the number is " + PHONE))
            ),
            of("base64", "UTF-16LE", base64(MAIL.getBytes(StandardCharsets.UTF_16LE))),
            of("compressed", "gzip", base64(gzip(ascii("{\"tel\":\"" + PHONE + "\"}")))),
            of("compressed", "zlib", base64(deflate(ascii(MAIL), false))),
            of("compressed", "deflate in hex", HEX.formatHex(deflate(ascii("the number is " + PHONE), true)))
        );
    }

    private static Stream<Sample> escapes() {
        String percent = each(PHONE, c -> String.format("%%%02x", c));
        return Stream.of(
            of("percent", "number", percent),
            of("percent", "twice", percent.replace("%", "%25")),
            of("percent", "name", URLEncoder.encode(NAME, StandardCharsets.UTF_8)),
            of("quoted-printable", "number", each(PHONE, c -> String.format("=%02X", c))),
            of("script escape", "u", each(PHONE, c -> String.format("\\u%04x", c))),
            of("script escape", "braces", each(MAIL, c -> String.format("\\u{%x}", c))),
            of("script escape", "x", each(PHONE, c -> String.format("\\x%02x", c))),
            of("octal escape", "number", each(PHONE, c -> String.format("\\0%o", c))),
            of("entity", "decimal", everyOther(PHONE, c -> "&#" + c + ";")),
            of("entity", "hex", each(PHONE, c -> String.format("&#x%x;", c))),
            of("character codes", "decimal", list(PHONE, c -> "" + c)),
            of("character codes", "hex", list(MAIL, c -> String.format("0x%02x", c))),
            of("character codes", "name", "[" + list(NAME + "先生", c -> "" + c) + "]")
        );
    }

    private static Stream<Sample> traces() {
        return Stream.of(
            of("part", "last eight", "tail " + PHONE.substring(3)),
            of("part", "first seven", "'" + PHONE.substring(0, 7) + "'"),
            of("part", "nine between letters", "a" + PHONE.substring(2) + "b"),
            of("grouped part", "last eight", "ends in " + B + "-" + C),
            of("masked", "as shops print it", A + "****" + C)
        );
    }

    static String each(String text, IntFunction<String> written) {
        return text.chars().mapToObj(written).collect(Collectors.joining());
    }

    private static String list(String text, IntFunction<String> written) {
        return text.chars().mapToObj(written).collect(Collectors.joining(", "));
    }

    private static String everyOther(String text, IntFunction<String> written) {
        return IntStream.range(0, text.length())
            .mapToObj(i -> i % 2 == 0 ? text.substring(i, i + 1) : written.apply(text.charAt(i)))
            .collect(Collectors.joining());
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String base32(String alphabet, byte[] bytes) {
        String bits = new BigInteger(1, bytes).shiftLeft((5 - ((bytes.length * 8) % 5)) % 5).toString(2);
        String padded = "0".repeat((5 - (bits.length() % 5)) % 5) + bits;
        return padded
            .replaceAll("(.{5})", "$1 ")
            .lines()
            .flatMap(line -> Stream.of(line.trim().split(" ")))
            .map(five -> "" + alphabet.charAt(Integer.parseInt(five, 2)))
            .collect(Collectors.joining());
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean bare) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, new Deflater(9, bare))) {
            deflate.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
