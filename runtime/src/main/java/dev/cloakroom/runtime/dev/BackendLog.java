package dev.cloakroom.runtime.dev;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a back end writes: handed on up to a number of characters, and searched for what went wrong. */
final class BackendLog {

    private static final Logger LOG = LoggerFactory.getLogger(BackendLog.class);
    private static final Pattern ERROR = Pattern.compile("\\s*[\\w.]*(Error|Exception)\\b.*");

    private final Consumer<String> reader;
    private int left;
    private volatile String lastError = "";
    private volatile String lastLine = "";

    /** @param budget how many characters are handed on */
    BackendLog(Consumer<String> reader, int budget) {
        this.reader = reader;
        this.left = budget;
    }

    void line(String line) {
        LOG.debug("{}", line);
        lastLine = line.isBlank() ? lastLine : line.strip();
        lastError = ERROR.matcher(line).matches() ? line.strip() : lastError;
        if (left > 0) {
            left -= line.length() + 1;
            reader.accept(left > 0 ? line : "the log is full: what follows is dropped");
        }
    }

    /** The last line that names an error, or the last line, or nothing. */
    String complaint() {
        return lastError.isEmpty() ? lastLine : lastError;
    }
}
