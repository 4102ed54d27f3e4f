package dev.cloakroom.runtime.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.program.ProgramStorage;
import dev.cloakroom.runtime.program.StorageOutcome;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A program's storage for one user. The guest library reads a snapshot and applies its writes at once;
 * the host applies them here, enforces the quota and makes them durable.
 */
final class SessionStorage {

    private final ProgramStorage storage;
    private final String user;
    private final Observer observer;

    SessionStorage(ProgramStorage storage, UserId user, Observer observer) {
        this.storage = storage;
        this.user = user.value();
        this.observer = observer;
    }

    JsonNode snapshot() {
        try {
            return Json.tree(storage.snapshot(user));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives back the memory that the values take. */
    void release() {
        try {
            storage.release(user);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Handles a {@code STORE} frame. */
    void write(ObjectNode body) throws GuestMisbehaved {
        try {
            apply(body, body.path("key").asText());
            storage.sync(user);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void apply(ObjectNode body, String key) throws IOException, GuestMisbehaved {
        switch (body.path("op").asText()) {
            case "set" -> set(key, body.path("value"));
            case "remove" -> storage.remove(user, key);
            case "clear" -> storage.clear(user);
            default -> throw new GuestMisbehaved("it did something to its storage that cannot be done");
        }
    }

    // the guest library keeps the quota too; only a tampered one gets here with more
    private void set(String key, JsonNode value) throws IOException {
        StorageOutcome outcome = storage.set(user, key, value);
        if (outcome != StorageOutcome.STORED) {
            observer.console(user, "error", "setStorage:fail " + outcome.reason(), "");
        }
    }
}
