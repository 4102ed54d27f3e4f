package dev.cloakroom.host.redeem;

import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.audit.AuditLedger;
import dev.cloakroom.host.audit.Matter;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.AuthenticatedProgram;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.policy.Decision;
import dev.cloakroom.host.policy.Deny;
import dev.cloakroom.host.policy.PolicyDecisionPoint;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.token.PresentedToken;
import dev.cloakroom.host.token.TokenVerifier;
import dev.cloakroom.host.token.VerifiedToken;
import dev.cloakroom.host.transaction.Transactions;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** The first transaction of a redemption: everything is checked, and the use is spent, or nothing is. */
final class Reservations {

    private static final int ID_BYTES = 16;

    private final TokenVerifier verifier;
    private final PolicyDecisionPoint policy;
    private final RedemptionStore store;
    private final AuditLedger ledger;
    private final RequestDigests digests;
    private final Transactions transactions;
    private final RandomSource random;
    private final Clock clock;

    Reservations(
        TokenVerifier verifier,
        PolicyDecisionPoint policy,
        RedemptionStore store,
        AuditLedger ledger,
        RequestDigests digests,
        Transactions transactions,
        RandomSource random,
        Clock clock
    ) {
        this.verifier = verifier;
        this.policy = policy;
        this.store = store;
        this.ledger = ledger;
        this.digests = digests;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    Reservation reserve(AuthenticatedProgram program, RedemptionRequest request) {
        return transactions.inTransaction(() -> replayed(program, request).orElseGet(() -> fresh(program, request)));
    }

    private Optional<Reservation> replayed(AuthenticatedProgram program, RedemptionRequest request) {
        return request
            .idempotencyKey()
            .flatMap(key -> store.findByKey(program.id(), digests.ofKey(key)))
            .map(former ->
                former.requestDigest().equals(digests.of(request))
                    ? new Reservation.Replayed(former.receipt(former.result()))
                    : new Reservation.Rejected(RefusalReason.IDEMPOTENCY_KEY_REUSED)
            );
    }

    private Reservation fresh(AuthenticatedProgram program, RedemptionRequest request) {
        return verifier
            .present(program, request.token())
            .map(token -> decide(program, request, token))
            .orElse(new Reservation.Rejected(RefusalReason.INVALID_TOKEN));
    }

    /** A token of one use repeats nothing; one of several could, when a back end asks again for want of an answer. */
    private static boolean couldRepeat(RedemptionRequest request, PresentedToken token) {
        return token.kept().maxUses() > 1 && request.idempotencyKey().isEmpty();
    }

    private Reservation decide(AuthenticatedProgram program, RedemptionRequest request, PresentedToken token) {
        if (couldRepeat(request, token)) {
            return new Reservation.Rejected(RefusalReason.IDEMPOTENCY_KEY_REQUIRED);
        }
        if (!token.allows(request.action(), request.recipient(), request.parameters())) {
            return new Reservation.Rejected(RefusalReason.ACTION_NOT_ALLOWED);
        }
        var asked = asked(program, request, token);
        var matter = Matter.of(asked, token.kept().subject());
        return switch (policy.decide(asked)) {
            case Deny deny -> reject(matter, deny);
            case Decision granted -> spend(request, token, matter, granted);
        };
    }

    /** The request that the token answered, as today's policy and registry see it. */
    private static AccessRequest asked(AuthenticatedProgram program, RedemptionRequest request, PresentedToken token) {
        var grant = token.kept().grant();
        return new AccessRequest(
            program.registration(),
            grant.user(),
            grant.scope(),
            grant.purpose(),
            Set.of(request.recipient()),
            token.kept().context()
        );
    }

    private Reservation reject(Matter matter, Deny deny) {
        ledger.append(
            new AuditEvent.Decided(
                matter,
                AuditEvent.Stage.REDEMPTION,
                AuditEvent.Verdict.DENY,
                deny.rules(),
                deny.reason()
            )
        );
        return new Reservation.Rejected(deny.reason());
    }

    private Reservation spend(RedemptionRequest request, PresentedToken token, Matter matter, Decision decision) {
        return verifier
            .spend(token, request.action(), request.recipient(), request.parameters())
            .<Reservation>map(verified -> reserve(request, token, verified, matter, decision))
            .orElse(new Reservation.Rejected(RefusalReason.INVALID_TOKEN));
    }

    private Reservation reserve(
        RedemptionRequest request,
        PresentedToken token,
        VerifiedToken verified,
        Matter matter,
        Decision decision
    ) {
        var redemption = new RedemptionStore.Reserved(
            random.text(ID_BYTES),
            matter.program(),
            token.kept().id(),
            request.idempotencyKey().map(digests::ofKey).orElse(null),
            digests.of(request),
            RedemptionResult.UNKNOWN,
            clock.instant()
        );
        store.insert(redemption);
        ledger.append(
            new AuditEvent.RedemptionReserved(
                matter,
                redemption.id(),
                token.kept().id(),
                token.kept().grant().id(),
                request.action(),
                decision.rules()
            )
        );
        return new Reservation.Fresh(verified, matter.subject(), redemption);
    }
}
