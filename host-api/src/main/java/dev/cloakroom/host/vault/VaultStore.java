package dev.cloakroom.host.vault;

import dev.cloakroom.host.identity.UserId;
import java.util.List;
import java.util.Optional;

/** Keeps wrapped keys and sealed values, both as text. */
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

    /** Removes the user's values, and makes the key a doomed one if it is still this one, in one transaction. */
    void deleteUser(UserId user, String wrapped);

    /** The keys that were given up and are not yet known to be destroyed. */
    List<String> doomedKeys();

    void forgetDoomedKey(String wrapped);

    /**
     * Overwrites what the engine keeps of rows that were deleted, as far as it can do that; what others still read is
     * overwritten when they have ended. Nobody's secrecy rests on this: what is left is sealed under a destroyed key.
     */
    void scrub();
}
