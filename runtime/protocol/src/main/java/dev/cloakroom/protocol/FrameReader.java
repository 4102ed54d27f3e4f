package dev.cloakroom.protocol;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames: a length of four bytes, big endian, that counts the rest; the kind, one byte; the
 * session, four bytes; then UTF-8. Trusts none of it. One thread at a time.
 */
public final class FrameReader {

    private static final int HEADER = 5;

    private final DataInputStream in;
    private final Kind.Sender sender;
    private final int maxBytes;

    /**
     * @param sender who writes into {@code in}; frames that it may not send are refused
     * @param maxBytes the longest frame to accept; a longer one is refused before it is read
     */
    public FrameReader(InputStream in, Kind.Sender sender, int maxBytes) {
        this.in = new DataInputStream(new BufferedInputStream(new Unasked(in), 1 << 16));
        this.sender = sender;
        this.maxBytes = maxBytes;
    }

    /**
     * The next frame, or null when the other side closed the stream between frames.
     *
     * @throws ProtocolException when the bytes are no frame
     */
    public @Nullable Frame read() throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        try {
            return body(length(first));
        } catch (EOFException e) {
            throw new ProtocolException("the stream ended inside a frame");
        }
    }

    private int length(int first) throws IOException {
        int length = (first << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
        if (length < HEADER || length > maxBytes) {
            throw new ProtocolException("a frame of " + length + " bytes, at most " + maxBytes + " are allowed");
        }
        return length;
    }

    private Frame body(int length) throws IOException {
        Kind kind = Kind.of(in.readByte(), sender);
        int session = in.readInt();
        byte[] text = new byte[length - HEADER];
        in.readFully(text);
        return new Frame(kind, session, utf8(text));
    }

    private static String utf8(byte[] text) throws ProtocolException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
        } catch (CharacterCodingException e) {
            throw new ProtocolException("a frame that is not UTF-8");
        }
    }

    /** A stream that is not asked how much is in it: behind the walls the kernel does not tell. */
    private static final class Unasked extends FilterInputStream {

        Unasked(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
