package dev.cloakroom.runtime.leak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Readings of bytes: compressed ones, and those of UTF-8. */
final class Packed {

    private static final int BUFFER = 4096;
    private static final int FEWEST_BYTES = 10;
    private static final int GZIP_HEADER = 10;

    private Packed() {}

    /** Bytes as UTF-8; what is none is replaced. */
    static List<Layer> utf8(Layer layer) {
        String text = layer.text();
        if (text.chars().noneMatch(c -> c >= 0x80 && c <= 0xff)) {
            return List.of();
        }
        Layer.Builder out = new Layer.Builder(layer);
        for (int i = 0, length; i < text.length(); i += length) {
            length = sequence(text, i);
            if (length == 1) {
                out.add(text.charAt(i), i);
            } else {
                out.add(utf8(text.substring(i, i + length)), i);
            }
        }
        return out.buildChanged();
    }

    /** How many characters from {@code i} on are the bytes of one well-formed character; else 1. */
    private static int sequence(String text, int i) {
        int c = text.charAt(i);
        int length = c >= 0xc2 && c < 0xe0 ? 2 : c >= 0xe0 && c < 0xf0 ? 3 : c >= 0xf0 && c < 0xf5 ? 4 : 1;
        for (int k = i + 1; k < i + length; k++) {
            if (k >= text.length() || (text.charAt(k) & ~0x3f) != 0x80) {
                return 1;
            }
        }
        return length;
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** gzip and zlib streams wherever their headers stand, and bare deflate where bytes begin. */
    static List<Layer> compressed(Layer layer) {
        byte[] bytes = bytes(layer.text());
        Layer.Builder out = new Layer.Builder(layer);
        try (Inflater bare = new Inflater(true)) {
            pieces(layer.text()).forEach(piece -> inflate(bare, bytes, piece, out));
        }
        return out.build();
    }

    /** One byte for each character, whatever it is, so that indices stay the same. */
    private static byte[] bytes(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return bytes;
    }

    private record Piece(int start, int end) {}

    /** Where a deflate stream may start. */
    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int gap = text.indexOf(Layer.GAP, start);
            int end = gap < 0 ? text.length() : gap;
            if (end - start >= FEWEST_BYTES) {
                pieces.add(new Piece(start, end));
            }
            for (int i = start; i < end - FEWEST_BYTES; i++) {
                int header = header(text, i);
                if (header > 0 && i + header < end) {
                    pieces.add(new Piece(i + header, end));
                }
            }
            start = end + 1;
        }
        return pieces;
    }

    private static int header(String text, int i) {
        int first = text.charAt(i);
        if (first == 0x1f) {
            return text.charAt(i + 1) == 0x8b && text.charAt(i + 2) == 8 ? gzipHeader(text, i) : 0;
        }
        return first == 0x78 && ((first << 8) | text.charAt(i + 1)) % 31 == 0 ? 2 : 0;
    }

    /** The header's length with its file name and comment, if any; extra fields are not written by anyone. */
    private static int gzipHeader(String text, int i) {
        int flags = text.charAt(i + 3);
        int end = i + GZIP_HEADER;
        for (int names = Integer.bitCount(flags & 0x18); names > 0; names--) {
            end = text.indexOf('\0', end) + 1;
        }
        return Math.max(GZIP_HEADER, end - i);
    }

    private static void inflate(Inflater inflater, byte[] bytes, Piece piece, Layer.Builder out) {
        inflater.reset();
        inflater.setInput(bytes, piece.start(), piece.end() - piece.start());
        drain(inflater, out, piece.start());
        out.gap();
    }

    /** Adds what the stream holds, up to where it breaks. */
    private static void drain(Inflater inflater, Layer.Builder out, int start) {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
                out.add(new String(buffer, 0, n, StandardCharsets.ISO_8859_1), start);
            }
        } catch (DataFormatException e) {
            // most bytes that look like a header are none; what came before the break is searched
            return;
        }
    }
}
