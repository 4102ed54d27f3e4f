package dev.cloakroom.host.vault;

import dev.cloakroom.host.identity.UserId;
import java.util.List;
import java.util.Optional;

/** Keeps wrapped keys and sealed values, both as base64 text. */
public interface VaultStore {
    Optional<String> findKey(UserId user);

    /** Stores the key unless the user has one, and returns the one that is stored. */
    String findOrInsertKey(UserId user, String wrapped);

    Optional<String> findValue(UserId user, Field field, String label);

    /** Of the values that there are of the field, sorted. */
    List<String> labels(UserId user, Field field);

    /** Inserts or replaces. */
    void saveValue(UserId user, Field field, String label, String sealed);

    void deleteValue(UserId user, Field field, String label);

    /** Removes the user's key and values. */
    void deleteUser(UserId user);
}
