package dev.cloakroom.runtime.dev;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of a process's output, in UTF-8: what is longer than four thousand characters is cut, for a line may be endless. */
final class ShortLines implements AutoCloseable {

    private static final int LONGEST = 4_000;

    private final Reader in;

    ShortLines(InputStream in) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** The next line without its end, or null after the last. */
    @Nullable
    String next() throws IOException {
        int c = in.read();
        if (c < 0) {
            return null;
        }
        var line = new StringBuilder();
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() < LONGEST) {
                line.append((char) c);
            }
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
