package dev.cloakroom.host;

import dev.cloakroom.host.audit.AuditEvent;
import dev.cloakroom.host.audit.AuditLedger;
import dev.cloakroom.host.audit.Matter;
import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.grant.Grants;
import dev.cloakroom.host.grant.Term;
import dev.cloakroom.host.identity.PairwiseSubjects;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.settings.PrivacySettings;
import dev.cloakroom.host.transaction.Transactions;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a program gets because its user picks it there and then: pictures, a text. The yes comes first, so that whoever
 * was denied shows no picker; each pick is in the ledger before the program sees it, and none of it is kept here.
 */
public final class Picks {

    private static final Logger LOG = LoggerFactory.getLogger(Picks.class);

    private final Broker broker;
    private final Grants grants;
    private final PrivacySettings settings;
    private final PairwiseSubjects subjects;
    private final AuditLedger ledger;
    private final Transactions transactions;

    Picks(
        Broker broker,
        Grants grants,
        PrivacySettings settings,
        PairwiseSubjects subjects,
        AuditLedger ledger,
        Transactions transactions
    ) {
        this.broker = broker;
        this.grants = grants;
        this.settings = settings;
        this.subjects = subjects;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /**
     * Asks, and then lets the user pick. It blocks while the user thinks, and never throws: when the host itself fails,
     * nothing was handed over and the reason says so.
     *
     * @param picker shows the trusted picker and waits; empty when the user takes nothing
     */
    public <T> Pick<T> ask(AccessRequest request, Supplier<List<T>> picker) {
        return switch (broker.request(request)) {
            case Disclosure.Refused(var reason) -> new Pick.Refused<>(reason);
            case Disclosure.Granted granted -> pick(request, granted, picker);
        };
    }

    private <T> Pick<T> pick(AccessRequest request, Disclosure.Granted granted, Supplier<List<T>> picker) {
        try {
            var items = picker.get();
            return items.isEmpty()
                ? new Pick.Refused<>(RefusalReason.USER_DISMISSED)
                : transactions.inTransaction(() -> handOver(request, granted, items));
        } catch (RuntimeException e) {
            LOG.error("cannot hand over what a user picked for `{}`", request.program().id().value(), e);
            return new Pick.Refused<>(RefusalReason.UNAVAILABLE);
        }
    }

    private <T> Pick<T> handOver(AccessRequest request, Disclosure.Granted granted, List<T> items) {
        if (!stands(request, granted)) {
            return new Pick.Refused<>(RefusalReason.USER_DENIED);
        }
        var matter = Matter.of(request, granted.subject());
        ledger.append(new AuditEvent.Picked(matter, granted.grant().id(), items.size()));
        return new Pick.Taken<>(items);
    }

    /** While they picked, the user may have taken the yes back, switched the scope off, or removed the program. */
    private boolean stands(AccessRequest request, Disclosure.Granted granted) {
        var known = subjects.known(request.program().id(), request.user()).filter(granted.subject()::equals);
        return known.isPresent() && !settings.forbids(request) && isLive(granted.grant());
    }

    private boolean isLive(Grant grant) {
        return (
            grant.term() instanceof Term.Once ||
            grants
                .list(grant.user())
                .stream()
                .anyMatch(live -> live.id().equals(grant.id()))
        );
    }
}
