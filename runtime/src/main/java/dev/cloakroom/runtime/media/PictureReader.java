package dev.cloakroom.runtime.media;

import dev.cloakroom.runtime.media.Picture.Format;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a file that the user picked, and makes a picture of its pixels alone: no place, time, device, thumbnail, colour
 * profile, comment or trailing byte of the file comes along. What is read is the user's own, and yet may have been made
 * by somebody else: bytes, pixels and time are bounded, and one picture is read at a time.
 */
public final class PictureReader {

    /** The most bytes of a file. */
    public static final int MOST_BYTES = 20 << 20;

    /** What a picture's longer side is brought down to, in pixels. */
    static final int LONGEST_SIDE = 2_560;

    private static final long MOST_PIXELS = 64_000_000;
    private static final long DEADLINE = Duration.ofSeconds(10).toNanos();
    private static final byte[] JPEG = { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF };
    private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };

    private static final Logger LOG = LoggerFactory.getLogger(PictureReader.class);
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private PictureReader() {}

    /** The picture, upright; empty when the file is no JPEG or PNG, is broken, or is beyond the bounds. */
    public static Optional<Picture> read(byte[] file) {
        return file.length > MOST_BYTES ? Optional.empty() : format(file).flatMap(format -> inTurn(file, format));
    }

    private static Optional<Format> format(byte[] file) {
        if (startsWith(file, JPEG)) {
            return Optional.of(Format.JPEG);
        }
        return startsWith(file, PNG) ? Optional.of(Format.PNG) : Optional.empty();
    }

    private static boolean startsWith(byte[] file, byte[] magic) {
        return file.length > magic.length && Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }

    private static Optional<Picture> inTurn(byte[] file, Format format) {
        ONE_AT_A_TIME.lock();
        try {
            return decode(file, format).map(pixels -> PictureWriter.write(pixels, orientation(file, format), format));
        } catch (IOException | RuntimeException e) {
            // what a decoder says may quote the file
            LOG.debug("a picked file is no picture: {}", e.getClass().getName());
            return Optional.empty();
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static Orientation orientation(byte[] file, Format format) {
        return format == Format.JPEG ? Orientation.ofJpeg(file) : Orientation.UPRIGHT;
    }

    private static Optional<BufferedImage> decode(byte[] file, Format format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.type()).next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, true);
            return decode(reader);
        } finally {
            reader.dispose();
        }
    }

    private static Optional<BufferedImage> decode(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            return Optional.empty();
        }
        var deadline = new ReadDeadline(System.nanoTime() + DEADLINE);
        reader.addIIOReadProgressListener(deadline);
        BufferedImage pixels = reader.read(0, every(reader, Math.ceilDiv(Math.max(width, height), LONGEST_SIDE)));
        return deadline.passed() ? Optional.empty() : Optional.of(pixels);
    }

    private static ImageReadParam every(ImageReader reader, int nth) {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(nth, nth, 0, 0);
        return param;
    }
}
