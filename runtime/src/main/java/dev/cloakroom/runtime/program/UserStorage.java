package dev.cloakroom.runtime.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One user's values of one program: in memory as JSON texts, and in a journal. One thread at a time. */
final class UserStorage implements AutoCloseable {

    // rewritten when it is mostly history, and not for every small change of a small storage
    private static final long SLACK_BYTES = 1 << 20;

    private final Path file;
    private final Map<String, String> values = new LinkedHashMap<>();
    private Journal journal;
    private long bytes;

    private UserStorage(Path file, Journal journal) {
        this.file = file;
        this.journal = journal;
    }

    /**
     * The storage in {@code file}, which is made when it is missing.
     *
     * @throws IOException also when the file is damaged elsewhere than at its end
     */
    static UserStorage open(Path file) throws IOException {
        Journal journal = Journal.open(file);
        UserStorage storage = new UserStorage(file, journal);
        journal.replay(storage::apply);
        return storage;
    }

    Map<String, JsonNode> snapshot() throws IOException {
        Map<String, JsonNode> snapshot = new LinkedHashMap<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            snapshot.put(value.getKey(), StorageChange.parse(value.getValue()));
        }
        return snapshot;
    }

    StorageOutcome set(String key, JsonNode value) throws IOException {
        StorageChange change = StorageChange.set(key, value.toString());
        if (size(change.value()) > ProgramStorage.MAX_VALUE_BYTES) {
            return StorageOutcome.VALUE_TOO_LARGE;
        }
        if (bytes - entry(key, values.get(key)) + entry(key, change.value()) > ProgramStorage.MAX_TOTAL_BYTES) {
            return StorageOutcome.STORAGE_FULL;
        }
        write(change);
        return StorageOutcome.STORED;
    }

    void remove(String key) throws IOException {
        if (values.containsKey(key)) {
            write(StorageChange.remove(key));
        }
    }

    void clear() throws IOException {
        if (!values.isEmpty()) {
            write(StorageChange.clear());
        }
    }

    void sync() throws IOException {
        journal.sync();
    }

    @Override
    public void close() throws IOException {
        journal.sync();
        journal.close();
    }

    // on disk first: what a caller sees must survive
    private void write(StorageChange change) throws IOException {
        journal.append(change);
        apply(change);
        if (journal.bytes() > 2 * bytes + SLACK_BYTES) {
            compact();
        }
    }

    private void compact() throws IOException {
        Journal old = journal;
        journal = Journal.rewritten(file, values);
        old.close();
    }

    private void apply(StorageChange change) {
        switch (change.op()) {
            case SET -> put(change.key(), change.value());
            case REMOVE -> put(change.key(), null);
            case CLEAR -> {
                values.clear();
                bytes = 0;
            }
        }
    }

    private void put(String key, @Nullable String value) {
        @Nullable
        String old = value == null ? values.remove(key) : values.put(key, value);
        bytes += entry(key, value) - entry(key, old);
    }

    private static long entry(String key, @Nullable String value) {
        return value == null ? 0 : size(key) + size(value);
    }

    private static long size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
