package dev.cloakroom.runtime.gate;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Ways to write a phone number that somebody who wants it out may choose. */
final class Spellings {

    private Spellings() {}

    /** The number in each of them, by the name of the spelling; {@code phone} is in E.164 form. */
    static Map<String, String> of(String phone) {
        String digits = phone.substring("+86".length());
        byte[] bytes = digits.getBytes(StandardCharsets.UTF_8);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("plain", digits);
        all.put("international", phone);
        all.put("spaced", String.join(" ", digits.split("")));
        all.put("reversed", new StringBuilder(digits).reverse().toString());
        all.put("base64", base64(digits));
        all.put("twice base64", base64(base64(digits)));
        all.put("hex", HexFormat.of().formatHex(bytes));
        all.put("percent", percent(bytes));
        all.put("entities", each(digits, c -> "&#" + c + ";"));
        all.put("script escape", each(digits, c -> "\\u%04x".formatted(c)));
        all.put("bits", each(digits, c -> "%8s".formatted(Integer.toBinaryString(c)).replace(' ', '0')));
        all.put("base 36", new BigInteger(digits).toString(36));
        all.put("fullwidth", each(digits, c -> Character.toString(c - '0' + '０')));
        all.put("numerals", each(digits, c -> "〇一二三四五六七八九".substring(c - '0', c - '0' + 1)));
        all.put("sha-256", digest("SHA-256", bytes));
        all.put("md5", digest("MD5", bytes));
        all.put("in a link", URLEncoder.encode("https://x.example/?p=" + phone, StandardCharsets.UTF_8));
        return all;
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String percent(byte[] bytes) {
        return HexFormat.of().withPrefix("%").formatHex(bytes);
    }

    private static String each(String digits, IntFunction<String> spelling) {
        return digits.chars().mapToObj(spelling).collect(Collectors.joining());
    }

    private static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
