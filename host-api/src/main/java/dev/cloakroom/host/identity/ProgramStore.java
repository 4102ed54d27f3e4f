package dev.cloakroom.host.identity;

import java.util.Optional;

/** Keeps registrations and the digests of their secrets. */
public interface ProgramStore {
    /** Inserts or replaces the registration and its digest. */
    void save(ProgramRegistration registration, String secretDigest);

    Optional<Entry> find(ProgramId id);

    /** A registration as it is stored. */
    record Entry(ProgramRegistration registration, String secretDigest) {}
}
