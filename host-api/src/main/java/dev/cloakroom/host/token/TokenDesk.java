package dev.cloakroom.host.token;

import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.audit.AuditLedger;
import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.transaction.Transactions;
import java.util.Optional;

/** What a program may do with its own tokens besides redeeming them: look one up (RFC 7662), give it back (RFC 7009). */
public final class TokenDesk {

    private final TokenVerifier verifier;
    private final AuditLedger ledger;
    private final Transactions transactions;

    public TokenDesk(TokenVerifier verifier, AuditLedger ledger, Transactions transactions) {
        this.verifier = verifier;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /** Empty for an unknown, another program's, an expired, a revoked and a used token alike. Spends nothing. */
    public Optional<Introspection> introspect(AuthenticatedProgram program, String token) {
        return transactions
            .inTransaction(() -> verifier.present(program, token))
            .map(shown -> Introspection.of(shown.kept()));
    }

    /**
     * The yes behind a token, for the host's own use of it before the user; empty where {@link #introspect} is empty, and
     * for another user's token. Spends nothing.
     */
    public Optional<Grant> grantOf(AuthenticatedProgram program, UserId user, String token) {
        return transactions
            .inTransaction(() -> verifier.present(program, token))
            .map(shown -> shown.kept().grant())
            .filter(grant -> grant.user().equals(user));
    }

    /**
     * Ends the token for good, and the ledger says so; durable when this returns. The user's grant stands. Nothing
     * happens, and nothing is told, for a token that is no longer alive or not the program's.
     */
    public void revoke(AuthenticatedProgram program, String token) {
        transactions.inTransaction(() -> verifier.present(program, token).filter(verifier::end).map(this::record));
    }

    private TokenRecord record(PresentedToken ended) {
        var kept = ended.kept();
        ledger.append(new AuditEvent.TokenRevoked(kept.grant().program(), kept.subject(), kept.id()));
        return kept;
    }
}
