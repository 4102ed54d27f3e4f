package dev.cloakroom.runtime.media;

import dev.cloakroom.runtime.media.Picture.Format;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes pixels, and nothing but pixels: they are copied one by one, so that no property of the source comes along. */
final class PictureWriter {

    private static final float QUALITY = 0.9f;

    private PictureWriter() {}

    static Picture write(BufferedImage source, Orientation orientation, Format format) {
        BufferedImage upright = upright(source, orientation);
        return new Picture(format, upright.getWidth(), upright.getHeight(), encode(upright, format));
    }

    private static BufferedImage upright(BufferedImage source, Orientation orientation) {
        int width = source.getWidth();
        int height = source.getHeight();
        boolean alpha = source.getColorModel().hasAlpha();
        var copy = new BufferedImage(
            orientation.turned() ? height : width,
            orientation.turned() ? width : height,
            alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB
        );
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            source.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                copy.setRGB(orientation.x(x, y, width, height), orientation.y(x, y, width, height), row[x]);
            }
        }
        return copy;
    }

    private static byte[] encode(BufferedImage picture, Format format) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format.type()).next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), param(writer, format));
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory cannot be written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam param(ImageWriter writer, Format format) {
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (format == Format.JPEG) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
        }
        return param;
    }
}
