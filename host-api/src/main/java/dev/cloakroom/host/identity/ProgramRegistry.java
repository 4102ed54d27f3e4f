package dev.cloakroom.host.identity;

import dev.cloakroom.host.identity.ProgramStore.Credential;
import dev.cloakroom.host.identity.ProgramStore.Entry;
import dev.cloakroom.host.keys.KeyRing;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.keys.SecretKind;
import dev.cloakroom.host.proof.ClientAssertion;
import dev.cloakroom.host.proof.PublicKeys;
import dev.cloakroom.host.transaction.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** The programs that the host knows, and the only place that vouches for one. */
public final class ProgramRegistry {

    private static final int SECRET_BYTES = 32;
    private static final String NO_DIGEST = "A".repeat(43);

    private final ProgramStore store;
    private final ProgramTokenStore tokens;
    private final UsedProofs used;
    private final KeyRing keys;
    private final RandomSource random;
    private final Clock clock;
    private final Transactions transactions;

    public ProgramRegistry(
        ProgramStore store,
        ProgramTokenStore tokens,
        UsedProofStore used,
        KeyRing keys,
        RandomSource random,
        Clock clock,
        Transactions transactions
    ) {
        this.store = store;
        this.tokens = tokens;
        this.used = new UsedProofs(used, keys, clock);
        this.keys = keys;
        this.random = random;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Registers a program with a secret, which is for loopback only. What it had before (secret, keys, access tokens) is
     * worth nothing then.
     */
    public ProgramCredentials register(ProgramRegistration registration) {
        var secret = random.text(SECRET_BYTES);
        save(registration, new Credential.SecretDigest(keys.digest(SecretKind.PROGRAM_SECRET, secret)));
        return new ProgramCredentials(registration.id(), secret);
    }

    /** Registers a program that signs, with its public keys. What it had before is worth nothing then. */
    public void register(ProgramRegistration registration, PublicKeys publicKeys) {
        save(registration, new Credential.Keys(publicKeys));
    }

    private void save(ProgramRegistration registration, Credential credential) {
        var _ = transactions.inTransaction(() -> {
            store.save(registration, credential);
            tokens.deleteAll(registration.id());
            return registration;
        });
    }

    public Optional<ProgramRegistration> find(ProgramId id) {
        return store.find(id).map(Entry::registration);
    }

    /** Empty for an unknown program, one that signs, and for a wrong secret, after the same work. */
    public Optional<AuthenticatedProgram> authenticate(ProgramId id, String secret) {
        var entry = store.find(id);
        var matches = same(expected(entry), keys.digest(SecretKind.PROGRAM_SECRET, secret));
        return entry.filter(_ -> matches).map(ProgramRegistry::vouch);
    }

    private static String expected(Optional<Entry> entry) {
        return entry.map(Entry::credential).orElse(null) instanceof Credential.SecretDigest(var digest)
            ? digest
            : NO_DIGEST;
    }

    /**
     * Empty for an unknown program, one without keys, a signature by none of them, and an assertion that is over, for
     * somebody else or used before.
     *
     * @param audiences any of which the assertion may be for
     */
    public Optional<AuthenticatedProgram> authenticate(ClientAssertion assertion, Set<String> audiences) {
        return Optional.of(assertion.claimedIssuer())
            .filter(Ids::isId)
            .flatMap(issuer -> store.find(new ProgramId(issuer)))
            .filter(entry -> holds(entry, assertion, audiences))
            .map(ProgramRegistry::vouch);
    }

    private boolean holds(Entry entry, ClientAssertion assertion, Set<String> audiences) {
        return (
            entry.credential() instanceof Credential.Keys(var publicKeys) &&
            assertion
                .verify(publicKeys, audiences, clock)
                .filter(good -> isFirst(entry.registration().id(), good))
                .isPresent()
        );
    }

    private boolean isFirst(ProgramId signer, ClientAssertion.Verified assertion) {
        return transactions.inTransaction(() -> used.use(signer.value(), assertion.id(), assertion.validUntil()));
    }

    /**
     * A program that the host itself acts for: one that it runs, or whose developer's mail it received. It proves
     * nothing to anybody outside.
     */
    public Optional<AuthenticatedProgram> onItsBehalf(ProgramId id) {
        return vouchFor(id);
    }

    /** For whoever has checked in another way that the program calls. */
    Optional<AuthenticatedProgram> vouchFor(ProgramId id) {
        return store.find(id).map(ProgramRegistry::vouch);
    }

    private static AuthenticatedProgram vouch(Entry entry) {
        return new AuthenticatedProgram(entry.registration());
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.US_ASCII),
            given.getBytes(StandardCharsets.US_ASCII)
        );
    }
}
