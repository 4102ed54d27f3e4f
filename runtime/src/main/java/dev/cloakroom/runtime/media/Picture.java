package dev.cloakroom.runtime.media;

/** A picture as it was encoded by this host: its pixels and nothing else. */
public final class Picture {

    private final Format format;
    private final int width;
    private final int height;
    private final byte[] bytes;

    /** How it is encoded. */
    public enum Format {
        JPEG("jpeg", "jpg"),
        PNG("png", "png");

        private final String type;
        private final String suffix;

        Format(String type, String suffix) {
            this.type = type;
            this.suffix = suffix;
        }

        /** As {@code wx.getImageInfo} says it. */
        public String type() {
            return type;
        }

        String suffix() {
            return suffix;
        }
    }

    Picture(Format format, int width, int height, byte[] bytes) {
        this.format = format;
        this.width = width;
        this.height = height;
        this.bytes = bytes.clone();
    }

    public Format format() {
        return format;
    }

    /** In pixels, upright. */
    public int width() {
        return width;
    }

    /** In pixels, upright. */
    public int height() {
        return height;
    }

    /** In bytes. */
    public int size() {
        return bytes.length;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Says nothing of what is on it. */
    @Override
    public String toString() {
        return "Picture[" + format + " " + width + "x" + height + "]";
    }
}
