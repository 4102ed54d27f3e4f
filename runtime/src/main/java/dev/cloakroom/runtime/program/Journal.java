package dev.cloakroom.runtime.program;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** A file of changes, one a line, that only grows. One thread at a time. */
final class Journal implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private long bytes;

    private Journal(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.bytes = channel.size();
    }

    /** The journal in {@code file}, empty if there was none. */
    static Journal open(Path file) throws IOException {
        boolean isNew = !Files.exists(file);
        Journal journal = new Journal(
            file,
            OwnerFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)
        );
        if (isNew) {
            OwnerFiles.sync(folder(file));
        }
        return journal;
    }

    /** A journal in place of the one in {@code file} that says only what {@code values} are; durable. */
    static Journal rewritten(Path file, Map<String, String> values) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        try (Journal journal = open(next)) {
            for (Map.Entry<String, String> value : values.entrySet()) {
                journal.append(StorageChange.set(value.getKey(), value.getValue()));
            }
            journal.sync();
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        OwnerFiles.sync(folder(file));
        return open(file);
    }

    /** Size of the file. */
    long bytes() {
        return bytes;
    }

    /**
     * Gives each change to {@code changes}. A crash leaves at most the end of the file damaged; that end
     * is cut off, for nobody was told that it is stored.
     *
     * @throws IOException when a damaged line stands before a good one
     */
    void replay(Consumer<StorageChange> changes) throws IOException {
        List<String> lines = lines();
        int intact = intact(lines);
        for (String line : lines.subList(0, intact)) {
            changes.accept(StorageChange.of(line));
        }
        cut(lines.subList(0, intact));
    }

    void append(StorageChange change) throws IOException {
        ByteBuffer line = ByteBuffer.wrap(change.line());
        long at = bytes;
        while (line.hasRemaining()) {
            at += channel.write(line, at);
        }
        bytes = at;
    }

    /** Waits until the disk has all. */
    void sync() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** The lines that have their line feed, and what stands behind the last one; damaged text never has its checksum. */
    private List<String> lines() throws IOException {
        return List.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1));
    }

    private int intact(List<String> lines) throws IOException {
        int intact = 0;
        while (intact < lines.size() - 1 && StorageChange.isIntact(lines.get(intact))) {
            intact++;
        }
        if (
            lines
                .stream()
                .skip(intact + 1L)
                .anyMatch(StorageChange::isIntact)
        ) {
            throw new IOException("line " + (intact + 1) + " of " + file + " is damaged: restore it from a backup");
        }
        return intact;
    }

    private void cut(List<String> kept) throws IOException {
        bytes = kept
            .stream()
            .mapToLong(line -> line.getBytes(StandardCharsets.UTF_8).length + 1L)
            .sum();
        channel.truncate(bytes);
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.getParent());
    }
}
