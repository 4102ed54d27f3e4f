package dev.cloakroom.host.identity;

import dev.cloakroom.host.keys.KeyRing;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.keys.SecretKind;
import dev.cloakroom.host.proof.DpopProof;
import dev.cloakroom.host.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Access tokens with which a program's back end calls the host (RFC 6749, section 4.4): opaque, short-lived, and worth
 * nothing without the key that they are bound to (RFC 9449). They have nothing to do with the tokens that stand for a
 * user's data.
 */
public final class ProgramTokens {

    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final int TOKEN_BYTES = 32;

    private final ProgramRegistry programs;
    private final ProgramTokenStore store;
    private final UsedProofs used;
    private final KeyRing keys;
    private final RandomSource random;
    private final Clock clock;
    private final Transactions transactions;

    public ProgramTokens(
        ProgramRegistry programs,
        ProgramTokenStore store,
        UsedProofStore used,
        KeyRing keys,
        RandomSource random,
        Clock clock,
        Transactions transactions
    ) {
        this.programs = programs;
        this.store = store;
        this.used = new UsedProofs(used, keys, clock);
        this.keys = keys;
        this.random = random;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** What became of a call with a token and a proof. */
    public sealed interface Outcome {
        record Known(AuthenticatedProgram program) implements Outcome {}

        /** Unknown, over, or bound to another key: all alike. */
        record UnknownToken() implements Outcome {}

        record Replayed() implements Outcome {}
    }

    /** A token bound to the proof's key: 256 random bits as base64url. Empty when the proof was used before. */
    public Optional<String> issue(AuthenticatedProgram program, DpopProof proof) {
        var token = random.text(TOKEN_BYTES);
        return transactions.inTransaction(() ->
            isFirst(proof) ? Optional.of(insert(token, program, proof)) : Optional.empty()
        );
    }

    private String insert(String token, AuthenticatedProgram program, DpopProof proof) {
        var now = clock.instant();
        store.deleteExpired(now);
        store.insert(digest(token), program.id(), proof.thumbprint(), now.plus(LIFETIME));
        return token;
    }

    /** A proof is used up by whoever has the token to it, so that strangers cannot fill the store. */
    public Outcome authenticate(String token, DpopProof proof) {
        return transactions.inTransaction(() ->
            find(token, proof)
                .map(program -> isFirst(proof) ? new Outcome.Known(program) : new Outcome.Replayed())
                .orElse(new Outcome.UnknownToken())
        );
    }

    private Optional<AuthenticatedProgram> find(String token, DpopProof proof) {
        store.deleteExpired(clock.instant());
        return store.find(digest(token), proof.thumbprint(), clock.instant()).flatMap(programs::vouchFor);
    }

    /** Ends one of the program's own tokens; nothing happens for any other. */
    public void revoke(AuthenticatedProgram program, String token) {
        store.delete(digest(token), program.id());
    }

    private boolean isFirst(DpopProof proof) {
        return used.use(proof.thumbprint(), proof.id(), proof.validUntil());
    }

    private String digest(String token) {
        return keys.digest(SecretKind.PROGRAM_TOKEN, token);
    }
}
