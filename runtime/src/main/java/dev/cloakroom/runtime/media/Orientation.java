package dev.cloakroom.runtime.media;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held: the one thing that is read of a file's EXIF data, as it is gone afterwards.
 * See CIPA DC-008 (EXIF 2.32), tag 274.
 *
 * @param turned whether width and height are exchanged; this is done first
 * @param mirroredX whether left and right are exchanged then
 * @param mirroredY whether top and bottom are exchanged then
 */
record Orientation(boolean turned, boolean mirroredX, boolean mirroredY) {
    static final Orientation UPRIGHT = new Orientation(false, false, false);

    private static final int SEGMENT = 0xFF;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final long EXIF = 0x457869660000L;
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int TAG = 274;
    private static final int ENTRY = 12;

    /** Of a JPEG file; upright where nothing is said, or nothing that can be read. */
    static Orientation ofJpeg(byte[] file) {
        try {
            return of(find(ByteBuffer.wrap(file)));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    private static Orientation of(int value) {
        return switch (value) {
            case 2 -> new Orientation(false, true, false);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, false, true);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, true, false);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, false, true);
            default -> UPRIGHT;
        };
    }

    /** Where the pixel that is at {@code x}, {@code y} of a file so wide and high goes to. */
    int x(int x, int y, int width, int height) {
        int across = turned ? y : x;
        return mirroredX ? (turned ? height : width) - 1 - across : across;
    }

    /** As {@link #x}. */
    int y(int x, int y, int width, int height) {
        int down = turned ? x : y;
        return mirroredY ? (turned ? width : height) - 1 - down : down;
    }

    /** Goes from segment to segment until the picture itself begins. */
    private static int find(ByteBuffer file) {
        file.position(2);
        while (Byte.toUnsignedInt(file.get()) == SEGMENT) {
            int kind = Byte.toUnsignedInt(file.get());
            int next = file.position() + Short.toUnsignedInt(file.getShort(file.position()));
            if (kind == START_OF_SCAN) {
                return 0;
            }
            if (kind == APP1 && file.getLong(file.position()) << 16 == EXIF << 16) {
                return inExif(file.slice(file.position() + 8, next - file.position() - 8));
            }
            file.position(next);
        }
        return 0;
    }

    private static int inExif(ByteBuffer tiff) {
        tiff.order(tiff.getShort() == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(tiff.getInt(4));
        int entries = Short.toUnsignedInt(tiff.getShort());
        for (int i = 0; i < entries; i++) {
            int entry = tiff.position() + i * ENTRY;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                return Short.toUnsignedInt(tiff.getShort(entry + 8));
            }
        }
        return 0;
    }
}
