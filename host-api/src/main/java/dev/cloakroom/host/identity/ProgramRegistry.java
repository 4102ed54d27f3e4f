package dev.cloakroom.host.identity;

import dev.cloakroom.host.keys.KeyRing;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.keys.SecretKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** The programs that the host knows, and the only place that vouches for one. */
public final class ProgramRegistry {

    private static final int SECRET_BYTES = 32;
    private static final String NO_DIGEST = "A".repeat(43);

    private final ProgramStore store;
    private final KeyRing keys;
    private final RandomSource random;

    public ProgramRegistry(ProgramStore store, KeyRing keys, RandomSource random) {
        this.store = store;
        this.keys = keys;
        this.random = random;
    }

    /** Registers a program, or registers it again with a new secret; the former secret is worth nothing then. */
    public ProgramCredentials register(ProgramRegistration registration) {
        var secret = random.text(SECRET_BYTES);
        store.save(registration, keys.digest(SecretKind.PROGRAM_SECRET, secret));
        return new ProgramCredentials(registration.id(), secret);
    }

    public Optional<ProgramRegistration> find(ProgramId id) {
        return store.find(id).map(ProgramStore.Entry::registration);
    }

    /** Empty for an unknown program and for a wrong secret, after the same work. */
    public Optional<AuthenticatedProgram> authenticate(ProgramId id, String secret) {
        var entry = store.find(id);
        var expected = entry.map(ProgramStore.Entry::secretDigest).orElse(NO_DIGEST);
        var matches = same(expected, keys.digest(SecretKind.PROGRAM_SECRET, secret));
        return entry.filter(_ -> matches).map(found -> new AuthenticatedProgram(found.registration()));
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.US_ASCII),
            given.getBytes(StandardCharsets.US_ASCII)
        );
    }
}
