package dev.cloakroom.host;

import dev.cloakroom.host.alias.Aliases;
import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.audit.AuditLedger;
import dev.cloakroom.host.audit.Matter;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.consent.ConsentReceipt;
import dev.cloakroom.host.consent.Consents;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.grant.Grants;
import dev.cloakroom.host.grant.Term;
import dev.cloakroom.host.identity.LoginCodeStore;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.PairwiseSubjects;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.policy.AskUser;
import dev.cloakroom.host.policy.Decision;
import dev.cloakroom.host.policy.Deny;
import dev.cloakroom.host.policy.Permit;
import dev.cloakroom.host.policy.PolicyDecisionPoint;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.settings.PrivacySettings;
import dev.cloakroom.host.transaction.Transactions;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of one request: the policy decides, the user consents unless a grant stands, a token is minted or a coarse
 * answer made, and the ledger knows of each step before anybody sees its result. Until the user has consented it never
 * looks at the datum, so no prompt depends on whether there is one. It blocks while the user thinks: call it on a
 * thread that may wait.
 */
public final class Broker {

    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);
    private static final Duration WEEK = Duration.ofDays(7);

    private final PolicyDecisionPoint policy;
    private final PrivacySettings settings;
    private final Consents consents;
    private final Grants grants;
    private final Discloser discloser;
    private final PairwiseSubjects subjects;
    private final Aliases aliases;
    private final LoginCodeStore loginCodes;
    private final AuditLedger ledger;
    private final Transactions transactions;

    Broker(
        PolicyDecisionPoint policy,
        PrivacySettings settings,
        Consents consents,
        Grants grants,
        Discloser discloser,
        PairwiseSubjects subjects,
        Aliases aliases,
        LoginCodeStore loginCodes,
        AuditLedger ledger,
        Transactions transactions
    ) {
        this.policy = policy;
        this.settings = settings;
        this.consents = consents;
        this.grants = grants;
        this.discloser = discloser;
        this.subjects = subjects;
        this.aliases = aliases;
        this.loginCodes = loginCodes;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /** Never throws: when the host itself fails, nothing was disclosed and the reason says so. */
    public Disclosure request(AccessRequest request) {
        try {
            return switch (decide(request)) {
                case Deny deny -> new Disclosure.Refused(deny.reason());
                case Permit _ -> transactions.inTransaction(() ->
                    grantAndDisclose(request, new Term.Once(), Optional.empty())
                );
                case AskUser _ -> underStandingGrant(request).orElseGet(() -> askInTurn(request));
            };
        } catch (RuntimeException e) {
            LOG.error("cannot answer program `{}` on {}", request.program().id().value(), request.scope(), e);
            return new Disclosure.Refused(RefusalReason.UNAVAILABLE);
        }
    }

    /** Takes back everything that the program may do for the user, and forgets what it knows the user by. */
    public void uninstall(ProgramId program, UserId user) {
        transactions.inTransaction(() -> {
            var subject = subjects.of(program, user);
            grants.revokeAll(user, program);
            consents.forget(user, program);
            loginCodes.deleteAll(program, user);
            aliases.forget(program, user);
            subjects.forget(program, user);
            return ledger.append(new AuditEvent.Uninstalled(program, subject));
        });
    }

    private Decision decide(AccessRequest request) {
        var decision = policy.decide(request);
        transactions.inTransaction(() -> ledger.append(decided(request, decision)));
        return decision;
    }

    private AuditEvent decided(AccessRequest request, Decision decision) {
        var verdict = switch (decision) {
            case Permit _ -> AuditEvent.Verdict.PERMIT;
            case AskUser _ -> AuditEvent.Verdict.ASK;
            case Deny _ -> AuditEvent.Verdict.DENY;
        };
        var reason = decision instanceof Deny deny ? deny.reason() : null;
        return new AuditEvent.Decided(matter(request), AuditEvent.Stage.REQUEST, verdict, decision.rules(), reason);
    }

    private Optional<Disclosure> underStandingGrant(AccessRequest request) {
        return transactions.inTransaction(() -> grants.covering(request).map(grant -> disclose(grant, request)));
    }

    /** While this one waited for its turn, the user may have answered another request of the same kind. */
    private Disclosure askInTurn(AccessRequest request) {
        return consents.inTurn(request.user(), () ->
            consents
                .closed(request)
                .map(reason -> notAsked(request, reason))
                .or(() -> underStandingGrant(request))
                .orElseGet(() -> ask(request))
        );
    }

    private Disclosure notAsked(AccessRequest request, RefusalReason reason) {
        transactions.inTransaction(() -> ledger.append(new AuditEvent.NotAsked(matter(request), reason)));
        return new Disclosure.Refused(reason);
    }

    private Disclosure ask(AccessRequest request) {
        var before = matter(request).subject();
        var receipt = consents.ask(request);
        return transactions.inTransaction(() -> answered(request, receipt, before));
    }

    /** A new subject means that the user uninstalled the program while the dialog was open: then its answer is moot. */
    private Disclosure answered(AccessRequest request, ConsentReceipt receipt, PairwiseSubject before) {
        consents.keep(receipt);
        if (!before.equals(matter(request).subject())) {
            return refused(request, receipt, RefusalReason.USER_DISMISSED);
        }
        return switch (receipt.answer()) {
            case ALLOW -> consented(request, receipt, new Term.UntilRevoked());
            case WEEK -> consented(request, receipt, new Term.Until(receipt.at().plus(WEEK)));
            case SESSION -> consented(request, receipt, session(request));
            case ONCE -> consented(request, receipt, new Term.Once());
            case DENY -> refused(request, receipt, RefusalReason.USER_DENIED);
            case DISMISS -> refused(request, receipt, RefusalReason.USER_DISMISSED);
        };
    }

    /** Where nobody can tell when the session ends, it ends with this request. */
    private static Term session(AccessRequest request) {
        var session = request.context().session();
        return session.isEmpty() ? new Term.Once() : new Term.Session(session);
    }

    private Disclosure consented(AccessRequest request, ConsentReceipt receipt, Term term) {
        var standing = !(term instanceof Term.Once);
        ledger.append(new AuditEvent.Consented(matter(request), receipt.id(), standing));
        return grantAndDisclose(request, term, Optional.of(receipt.id()));
    }

    private Disclosure refused(AccessRequest request, ConsentReceipt receipt, RefusalReason reason) {
        var dismissed = receipt.answer() == ConsentAnswer.DISMISS;
        ledger.append(new AuditEvent.ConsentRefused(matter(request), receipt.id(), dismissed));
        return new Disclosure.Refused(reason);
    }

    private Disclosure grantAndDisclose(AccessRequest request, Term term, Optional<String> receipt) {
        return disclose(grants.add(request, term, receipt), request);
    }

    /** The user may have switched it off since the policy decided: the switch counts in the transaction that discloses. */
    private Disclosure disclose(Grant grant, AccessRequest request) {
        return settings.forbids(request)
            ? new Disclosure.Refused(RefusalReason.SWITCHED_OFF)
            : discloser.disclose(grant, request, matter(request));
    }

    private Matter matter(AccessRequest request) {
        return Matter.of(request, subjects.of(request.program().id(), request.user()));
    }
}
