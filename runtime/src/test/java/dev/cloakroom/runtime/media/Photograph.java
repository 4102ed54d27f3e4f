package dev.cloakroom.runtime.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/**
 * Picture files as cameras and programs make them, with words in every place beside the pixels that a file has. The
 * upper left quarter is white, the rest is black.
 */
public final class Photograph {

    private static final int MARKER_AND_LENGTH = 4;

    private Photograph() {}

    /** A JPEG with {@code words} in its EXIF description and GPS area, a comment, and after its end. */
    public static byte[] jpeg(int width, int height, int orientation, String words) {
        byte[] plain = encode(width, height, "jpeg", BufferedImage.TYPE_INT_RGB);
        return join(
            head(plain, 2),
            segment(0xE1, exif(orientation, words)),
            segment(0xFE, words.getBytes(ISO_8859_1)),
            tail(plain, 2),
            words.getBytes(ISO_8859_1)
        );
    }

    /** A PNG with {@code words} in a text chunk and after its end. */
    public static byte[] png(int width, int height, String words) {
        byte[] plain = encode(width, height, "png", BufferedImage.TYPE_INT_ARGB);
        int afterHeader = 33;
        byte[] text = join("Location\0".getBytes(ISO_8859_1), words.getBytes(ISO_8859_1));
        return join(
            head(plain, afterHeader),
            chunk("tEXt", text),
            tail(plain, afterHeader),
            words.getBytes(ISO_8859_1)
        );
    }

    private static byte[] encode(int width, int height, String format, int type) {
        var image = new BufferedImage(width, height, type);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, x < width / 2 && y < height / 2 ? 0xFFFFFFFF : 0xFF000000);
            }
        }
        return encode(image, format);
    }

    private static byte[] encode(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Two entries: the orientation, and a description that holds the words; the words again stand for a GPS area. */
    private static byte[] exif(int orientation, String words) {
        byte[] said = words.getBytes(ISO_8859_1);
        int directory = 2 + 2 * 12 + 4;
        return ByteBuffer.allocate(6 + 8 + directory + 2 * said.length)
            .put("Exif\0\0".getBytes(ISO_8859_1))
            .put("MM".getBytes(ISO_8859_1))
            .putShort((short) 42)
            .putInt(8)
            .putShort((short) 2)
            .putShort((short) 270)
            .putShort((short) 2)
            .putInt(said.length)
            .putInt(8 + directory)
            .putShort((short) 274)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) orientation)
            .putShort((short) 0)
            .putInt(0)
            .put(said)
            .put(said)
            .array();
    }

    private static byte[] segment(int kind, byte[] content) {
        return ByteBuffer.allocate(MARKER_AND_LENGTH + content.length)
            .put((byte) 0xFF)
            .put((byte) kind)
            .putShort((short) (content.length + 2))
            .put(content)
            .array();
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] covered = join(type.getBytes(ISO_8859_1), content);
        var sum = new CRC32();
        sum.update(covered);
        return ByteBuffer.allocate(covered.length + 8)
            .putInt(content.length)
            .put(covered)
            .putInt((int) sum.getValue())
            .array();
    }

    private static byte[] head(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
