package dev.cloakroom.runtime.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What one program stores for each of its users: values by key, in a journal for each user. A write
 * survives the death of this process when the method returns, and a power cut after {@link #sync}.
 * Thread-safe.
 */
public final class ProgramStorage implements AutoCloseable {

    /** The largest value, in bytes of JSON: WeChat's limit for one key. */
    public static final int MAX_VALUE_BYTES = 1 << 20;
    /** The largest sum of keys and values of one user, in bytes. */
    public static final int MAX_TOTAL_BYTES = 10 << 20;

    private final Path directory;
    private final Map<String, UserStorage> open = new HashMap<>();

    /** @param directory of this program alone; made when it is missing, for its owner's eyes only */
    public ProgramStorage(Path directory) {
        this.directory = directory;
    }

    /** All values of a user, a copy. */
    public synchronized Map<String, JsonNode> snapshot(String user) throws IOException {
        return of(user).snapshot();
    }

    /** Sets a value; when it is refused, the old value stays. */
    public synchronized StorageOutcome set(String user, String key, JsonNode value) throws IOException {
        return of(user).set(key, value);
    }

    /** Removes a key, which may be unknown. */
    public synchronized void remove(String user, String key) throws IOException {
        of(user).remove(key);
    }

    /** Removes all keys. */
    public synchronized void clear(String user) throws IOException {
        of(user).clear();
    }

    /** Makes all that was written for a user survive a power cut; due at the end of each turn. */
    public synchronized void sync(String user) throws IOException {
        of(user).sync();
    }

    /** Gives back the memory that a user's values take; the next call loads them again. */
    public synchronized void release(String user) throws IOException {
        UserStorage storage = open.remove(user);
        if (storage != null) {
            storage.close();
        }
    }

    /** Deletes all that is stored for a user. */
    public synchronized void erase(String user) throws IOException {
        release(user);
        Files.deleteIfExists(file(user));
        OwnerFiles.sync(directory);
    }

    @Override
    public synchronized void close() throws IOException {
        for (String user : Map.copyOf(open).keySet()) {
            release(user);
        }
    }

    private UserStorage of(String user) throws IOException {
        UserStorage storage = open.get(user);
        if (storage == null) {
            OwnerFiles.makeDirectory(directory);
            storage = UserStorage.open(file(user));
            open.put(user, storage);
        }
        return storage;
    }

    /** A user's id is any text, so the file is called by its digest. */
    private Path file(String user) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(user.getBytes(StandardCharsets.UTF_8));
            return directory.resolve(HexFormat.of().formatHex(digest) + ".journal");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
