package dev.cloakroom.host.grant;

import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.audit.AuditLedger;
import dev.cloakroom.host.identity.PairwiseSubjects;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.settings.PrivacySettings;
import dev.cloakroom.host.transaction.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The user's grants: given, listed and taken back. A revocation is durable and works everywhere when it returns. */
public final class Grants {

    private static final int ID_BYTES = 16;
    private static final String NO_SESSION = "";

    private final GrantStore store;
    private final PrivacySettings settings;
    private final PairwiseSubjects subjects;
    private final AuditLedger ledger;
    private final Transactions transactions;
    private final RandomSource random;
    private final Clock clock;

    public Grants(
        GrantStore store,
        PrivacySettings settings,
        PairwiseSubjects subjects,
        AuditLedger ledger,
        Transactions transactions,
        RandomSource random,
        Clock clock
    ) {
        this.store = store;
        this.settings = settings;
        this.subjects = subjects;
        this.ledger = ledger;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    /** Stores a yes. Its term and its receipt are as in {@link Grant}. */
    public Grant add(AccessRequest request, Term term, Optional<String> receipt) {
        var grant = new Grant(
            random.text(ID_BYTES),
            request.user(),
            request.program().id(),
            request.scope(),
            request.purpose(),
            request.recipients(),
            term,
            request.binding().parameters(),
            settings.choice(request.user(), request.program().id(), request.scope()),
            receipt,
            clock.instant()
        );
        store.insert(grant);
        return grant;
    }

    /** The earlier grant that covers the request. */
    public Optional<Grant> covering(AccessRequest request) {
        var now = clock.instant();
        return store
            .live(request.user(), now)
            .stream()
            .filter(grant -> grant.covers(request, now))
            .findFirst();
    }

    /** A grant that lasts beyond one token and one session, and is bound to nothing. */
    public Optional<Grant> standing(ProgramId program, UserId user, Scope scope, RecipientId recipient) {
        var now = clock.instant();
        return store
            .live(user, now)
            .stream()
            .filter(grant -> grant.program().equals(program) && grant.scope().equals(scope))
            .filter(grant -> grant.recipients().contains(recipient) && grant.parameters().isEmpty())
            .filter(grant -> grant.term().covers(NO_SESSION, now))
            .findFirst();
    }

    /** The user's grants that can still have an effect, oldest first. */
    public List<Grant> list(UserId user) {
        return store.live(user, clock.instant());
    }

    /** The user left the program: what was allowed for this session ends; returns how many grants did. */
    public int endSession(UserId user, ProgramId program, String session) {
        var ending = new Term.Session(session);
        return revoke(user, grant -> grant.program().equals(program) && grant.term().equals(ending));
    }

    /** Takes back what this program may do under this scope, and kills its tokens; returns how many grants ended. */
    public int revoke(UserId user, ProgramId program, Scope scope) {
        return revoke(user, grant -> grant.program().equals(program) && grant.scope().equals(scope));
    }

    /** Takes back everything that this program may do; returns how many grants ended. */
    public int revokeAll(UserId user, ProgramId program) {
        return revoke(user, grant -> grant.program().equals(program));
    }

    /** Takes back everything; returns how many grants ended. */
    public int revokeAll(UserId user) {
        return revoke(user, _ -> true);
    }

    /** Removes the user's grants, tokens and redemptions, which {@link #revokeAll(UserId)} has ended before. */
    public void forget(UserId user) {
        store.deleteAll(user);
    }

    private int revoke(UserId user, Predicate<Grant> which) {
        return transactions.inTransaction(() -> {
            var revoked = store.live(user, clock.instant()).stream().filter(which).filter(this::end).toList();
            revoked.forEach(this::record);
            return revoked.size();
        });
    }

    private boolean end(Grant grant) {
        return store.revoke(grant.id(), clock.instant());
    }

    private void record(Grant grant) {
        var subject = subjects.of(grant.program(), grant.user());
        ledger.append(new AuditEvent.Revoked(grant.program(), subject, grant.scope().name(), grant.id()));
    }
}
