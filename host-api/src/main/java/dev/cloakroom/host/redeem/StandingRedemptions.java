package dev.cloakroom.host.redeem;

import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.audit.AuditLedger;
import dev.cloakroom.host.audit.Matter;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.grant.Grants;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.identity.PairwiseSubjects;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistry;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.redeem.RedemptionAction.PreparedAction;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.request.RequestContext;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.token.TokenMinter;
import dev.cloakroom.host.transaction.Transactions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a program may send its user through the host for as long as a grant stands: each time the host mints a token
 * under the grant, and redeems it like one that came back. So a use is spent, today's policy asked and the ledger
 * written for every one.
 */
public final class StandingRedemptions {

    /** A grant comes of no request that was not declared and in front of the user. */
    private static final RequestContext AS_GRANTED = new RequestContext(true, false, true);

    private final Redeemer redeemer;
    private final ProgramRegistry programs;
    private final PairwiseSubjects subjects;
    private final Grants grants;
    private final TokenMinter minter;
    private final AuditLedger ledger;
    private final Transactions transactions;

    public StandingRedemptions(
        Redeemer redeemer,
        ProgramRegistry programs,
        PairwiseSubjects subjects,
        Grants grants,
        TokenMinter minter,
        AuditLedger ledger,
        Transactions transactions
    ) {
        this.redeemer = redeemer;
        this.programs = programs;
        this.subjects = subjects;
        this.grants = grants;
        this.minter = minter;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /** Does it, when there is a grant that lasts; a token that was given for once covers nothing here. */
    public RedemptionOutcome redeem(
        ProgramId program,
        UserId user,
        Scope scope,
        String action,
        RecipientId recipient,
        PreparedAction prepared
    ) {
        var known = programs.onItsBehalf(program);
        return known
            .flatMap(it -> token(it, user, scope, recipient))
            .map(token -> new RedemptionRequest(token, action, recipient, Map.of(), Optional.empty()))
            .map(request -> redeemer.redeem(known.get(), request, prepared))
            .orElseGet(() -> new RedemptionOutcome.Refused(RefusalReason.INVALID_TOKEN));
    }

    private Optional<String> token(AuthenticatedProgram program, UserId user, Scope scope, RecipientId recipient) {
        return transactions.inTransaction(() ->
            grants.standing(program.id(), user, scope, recipient).map(grant -> mint(program, grant, recipient))
        );
    }

    private String mint(AuthenticatedProgram program, Grant grant, RecipientId recipient) {
        var request = new AccessRequest(
            program.registration(),
            grant.user(),
            grant.scope(),
            grant.purpose(),
            Set.of(recipient),
            AS_GRANTED
        );
        var matter = Matter.of(request, subjects.of(program.id(), grant.user()));
        var minted = minter.mint(grant, request, matter.subject());
        var kept = minted.kept();
        ledger.append(
            new AuditEvent.Minted(matter, kept.id(), grant.id(), grant.receipt().orElse(null), kept.expiresAt())
        );
        return minted.token().value();
    }
}
