package dev.cloakroom.worker;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A pipe inside the process that behaves as one between processes: an interrupted writer does not close it, as it
 * does those of {@code java.nio}, and the end of a writing thread means nothing, as it does to those of {@code java.io}.
 */
final class TestPipe {

    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>();

    OutputStream sink() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                chunks.add(new byte[] { (byte) b });
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                if (count > 0) {
                    chunks.add(Arrays.copyOfRange(bytes, from, from + count));
                }
            }

            @Override
            public void close() {
                chunks.add(END);
            }
        };
    }

    InputStream source() {
        return new InputStream() {
            private byte[] chunk = { 0 };
            private int at = 1;

            @Override
            public int read() {
                return fill() ? chunk[at++] & 0xff : -1;
            }

            @Override
            public int read(byte[] into, int from, int count) {
                if (!fill()) {
                    return -1;
                }
                int read = Math.min(count, chunk.length - at);
                System.arraycopy(chunk, at, into, from, read);
                at += read;
                return read;
            }

            private boolean fill() {
                while (at == chunk.length && chunk != END) {
                    chunk = take();
                    at = 0;
                }
                return chunk != END;
            }
        };
    }

    private byte[] take() {
        try {
            return chunks.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
