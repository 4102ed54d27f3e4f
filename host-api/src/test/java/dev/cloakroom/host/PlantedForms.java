package dev.cloakroom.host;

import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The forms in which a planted value could hide in what somebody gets. */
public final class PlantedForms {

    private PlantedForms() {}

    /** The names of the forms of {@code value} that are in {@code haystack}, whatever the case of its letters. */
    public static Map<String, String> in(String haystack, String value) {
        var folded = haystack.toLowerCase(Locale.ROOT);
        return of(value)
            .entrySet()
            .stream()
            .filter(
                form -> haystack.contains(form.getValue()) || folded.contains(form.getValue().toLowerCase(Locale.ROOT))
            )
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Every form of a value, by name. */
    public static Map<String, String> of(String value) {
        var forms = new LinkedHashMap<String, String>();
        forms.put("plain", value);
        forms.put("reversed", new StringBuilder(value).reverse().toString());
        forms.put("without separators", value.replaceAll("[\\s@.+-]", ""));
        forms.put("hex", HexFormat.of().formatHex(utf8(value)));
        forms.put("decimal number", new BigInteger(1, utf8(value)).toString());
        forms.put("base 32", base32(value));
        forms.put("percent", each(value, point -> String.format(Locale.ROOT, "%%%02X", point)));
        forms.put("percent, at sign", value.replace("@", "%40").replace("+", "%2B"));
        forms.put("quoted-printable", each(value, point -> String.format(Locale.ROOT, "=%02X", point)));
        forms.put("html, decimal", each(value, point -> "&#" + point + ";"));
        forms.put("html, hex", each(value, point -> String.format(Locale.ROOT, "&#x%x;", point)));
        forms.put("json escapes", each(value, point -> String.format(Locale.ROOT, "\\u%04x", point)));
        forms.put("rot13", each(value, PlantedForms::rot13));
        forms.put("utf-16le", latin1(value.getBytes(StandardCharsets.UTF_16LE)));
        forms.put("utf-16be", latin1(value.getBytes(StandardCharsets.UTF_16BE)));
        forms.put("md5", digest("MD5", value));
        forms.put("sha-256", digest("SHA-256", value));
        for (int shift = 0; shift < 3; shift++) {
            forms.put("base64, shifted by " + shift, base64(value, shift));
        }
        return forms;
    }

    /** What does not depend on the bytes beside the value. */
    private static String base64(String value, int shift) {
        var shifted = Base64.getEncoder()
            .withoutPadding()
            .encodeToString(utf8("\0".repeat(shift) + value));
        var first = shift == 0 ? 0 : shift + 1;
        var whole = ((utf8(value).length + shift) * 8) / 6;
        return shifted.substring(first, whole);
    }

    private static String base32(String value) {
        var bits = new StringBuilder();
        for (var octet : utf8(value)) {
            bits.append(String.format(Locale.ROOT, "%8s", Integer.toBinaryString(octet & 0xff)).replace(' ', '0'));
        }
        var text = new StringBuilder();
        for (int at = 0; at + 5 <= bits.length(); at += 5) {
            text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(Integer.parseInt(bits.substring(at, at + 5), 2)));
        }
        return text.toString();
    }

    private static String rot13(int point) {
        var base = Character.isUpperCase(point) ? 'A' : 'a';
        var letter = point < 128 && Character.isLetter(point);
        return Character.toString(letter ? base + ((point - base + 13) % 26) : point);
    }

    private static String each(String value, IntFunction<String> form) {
        return value.codePoints().mapToObj(form).collect(Collectors.joining());
    }

    private static String digest(String algorithm, String value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(utf8(value)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] utf8(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, Charset.forName("ISO-8859-1"));
    }
}
