package dev.cloakroom.host;

import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.audit.AuditLedger;
import dev.cloakroom.host.audit.Matter;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.consent.ConsentReceipt;
import dev.cloakroom.host.consent.Consents;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.grant.Grants;
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
import dev.cloakroom.host.token.TokenMinter;
import dev.cloakroom.host.transaction.Transactions;
import dev.cloakroom.host.vault.Derivation;
import dev.cloakroom.host.vault.Vault;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of one request: the policy decides, the user consents unless a grant stands, a token is minted, and the
 * ledger knows of each step before anybody sees its result. It never looks at the datum, so nothing here depends on
 * whether there is one. It blocks while the user thinks: call it on a thread that may wait.
 */
public final class Broker {

    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);

    private final PolicyDecisionPoint policy;
    private final Consents consents;
    private final Grants grants;
    private final TokenMinter minter;
    private final PairwiseSubjects subjects;
    private final LoginCodeStore loginCodes;
    private final Vault vault;
    private final AuditLedger ledger;
    private final Transactions transactions;

    Broker(
        PolicyDecisionPoint policy,
        Consents consents,
        Grants grants,
        TokenMinter minter,
        PairwiseSubjects subjects,
        LoginCodeStore loginCodes,
        Vault vault,
        AuditLedger ledger,
        Transactions transactions
    ) {
        this.policy = policy;
        this.consents = consents;
        this.grants = grants;
        this.minter = minter;
        this.subjects = subjects;
        this.loginCodes = loginCodes;
        this.vault = vault;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /** Never throws: when the host itself fails, nothing was disclosed and the reason says so. */
    public Disclosure request(AccessRequest request) {
        try {
            return switch (decide(request)) {
                case Deny deny -> new Disclosure.Refused(deny.reason());
                case Permit _ -> transactions.inTransaction(() -> grantAndMint(request, false, Optional.empty()));
                case AskUser _ -> underStandingGrant(request).orElseGet(() -> ask(request));
            };
        } catch (RuntimeException e) {
            LOG.error("cannot answer program `{}` on {}", request.program().id().value(), request.scope(), e);
            return new Disclosure.Refused(RefusalReason.UNAVAILABLE);
        }
    }

    /**
     * A coarse answer in place of a token, where the policy permits without asking. A missing datum is refused like a
     * user's no. Never throws.
     */
    public Answer derive(AccessRequest request, Derivation derivation) {
        try {
            return switch (decide(request)) {
                case Deny deny -> new Answer.Refused(deny.reason());
                case AskUser _ -> new Answer.Refused(RefusalReason.NOT_AVAILABLE);
                case Permit permit -> transactions.inTransaction(() -> derived(permit, derivation));
            };
        } catch (RuntimeException e) {
            LOG.error("cannot derive {} for program `{}`", derivation, request.program().id().value(), e);
            return new Answer.Refused(RefusalReason.UNAVAILABLE);
        }
    }

    /** Takes back everything that the program may do for the user, and forgets what it knows the user by. */
    public void uninstall(ProgramId program, UserId user) {
        transactions.inTransaction(() -> {
            var subject = subjects.of(program, user);
            grants.revokeAll(user, program);
            loginCodes.deleteAll(program, user);
            subjects.forget(program, user);
            return ledger.append(new AuditEvent.Uninstalled(program, subject));
        });
    }

    private Answer derived(Permit permit, Derivation derivation) {
        var answer = vault.derive(permit, derivation);
        if (answer.isEmpty()) {
            return new Answer.Refused(RefusalReason.NOT_AVAILABLE);
        }
        ledger.append(new AuditEvent.Derived(matter(permit.request()), derivation.name(), permit.rules()));
        return new Answer.Derived(answer.get());
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
        return transactions.inTransaction(() -> grants.covering(request).map(grant -> mint(grant, request)));
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
            case ALLOW -> consented(request, receipt, true);
            case ONCE -> consented(request, receipt, false);
            case DENY -> refused(request, receipt, RefusalReason.USER_DENIED);
            case DISMISS -> refused(request, receipt, RefusalReason.USER_DISMISSED);
        };
    }

    private Disclosure consented(AccessRequest request, ConsentReceipt receipt, boolean standing) {
        ledger.append(new AuditEvent.Consented(matter(request), receipt.id(), standing));
        return grantAndMint(request, standing, Optional.of(receipt.id()));
    }

    private Disclosure refused(AccessRequest request, ConsentReceipt receipt, RefusalReason reason) {
        var dismissed = receipt.answer() == ConsentAnswer.DISMISS;
        ledger.append(new AuditEvent.ConsentRefused(matter(request), receipt.id(), dismissed));
        return new Disclosure.Refused(reason);
    }

    private Disclosure grantAndMint(AccessRequest request, boolean standing, Optional<String> receipt) {
        return mint(grants.add(request, standing, receipt), request);
    }

    private Disclosure mint(Grant grant, AccessRequest request) {
        var matter = matter(request);
        var minted = minter.mint(grant, request, matter.subject());
        var kept = minted.kept();
        ledger.append(
            new AuditEvent.Minted(matter, kept.id(), grant.id(), grant.receipt().orElse(null), kept.expiresAt())
        );
        return new Disclosure.Granted(minted.token(), matter.subject());
    }

    private Matter matter(AccessRequest request) {
        return Matter.of(request, subjects.of(request.program().id(), request.user()));
    }
}
