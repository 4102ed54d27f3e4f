package dev.cloakroom.host.identity;

import dev.cloakroom.host.proof.PublicKeys;
import java.util.Optional;

/** Keeps registrations and what their credentials are checked against. */
public interface ProgramStore {
    /** Inserts or replaces the registration and its credential. */
    void save(ProgramRegistration registration, Credential credential);

    Optional<Entry> find(ProgramId id);

    /** A registration as it is stored. */
    record Entry(ProgramRegistration registration, Credential credential) {}

    /** A program has one or the other: one that signs has no secret that could be used instead. */
    sealed interface Credential {
        record SecretDigest(String digest) implements Credential {}

        record Keys(PublicKeys keys) implements Credential {}
    }
}
