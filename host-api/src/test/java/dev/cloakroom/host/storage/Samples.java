package dev.cloakroom.host.storage;

import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.grant.Term;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.redeem.RedemptionStore;
import dev.cloakroom.host.request.RequestContext;
import dev.cloakroom.host.scope.Caveat;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.token.TokenRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Rows for the contracts; every id is new, so that tests may share a database. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-22T10:11:12.345Z");
    static final RecipientId GATEWAY = new RecipientId("sms-gateway");
    private static final AtomicLong IDS = new AtomicLong();

    private Samples() {}

    static String id(String kind) {
        return kind + "-" + IDS.incrementAndGet();
    }

    static UserId user() {
        return new UserId(id("user"));
    }

    static ProgramId program() {
        return new ProgramId(id("program"));
    }

    static Grant grant(UserId user, ProgramId program, Term term) {
        return new Grant(
            id("grant"),
            user,
            program,
            ScopeCatalog.PHONE_NUMBER,
            "tell you when your \"dish\" is ready; it's 好吃 🍜 \\ %_",
            Set.of(GATEWAY, new RecipientId("courier")),
            term,
            Map.of("order", "o-1; 'quoted'"),
            "work 🏢",
            Optional.empty(),
            NOW
        );
    }

    static Grant storedGrant(Storage storage) {
        var grant = grant(user(), program(), new Term.UntilRevoked());
        storage.grants().insert(grant);
        return grant;
    }

    static TokenRecord token(Grant grant, int uses, Duration lifetime) {
        List<Caveat> caveats = List.of(
            new Caveat.ExpiresAt(NOW.plus(lifetime)),
            new Caveat.MaxUses(uses),
            new Caveat.ForActions(Set.of("send-sms", "call")),
            new Caveat.ForRecipients(Set.of(GATEWAY)),
            new Caveat.Bound(Map.of("order", "o-1"))
        );
        var context = new RequestContext(true, false, true);
        return new TokenRecord(id("token"), grant, new PairwiseSubject(id("subject")), caveats, context, NOW, 0);
    }

    /** A token with its digest, stored under a grant of its own. */
    static Kept storedToken(Storage storage, int uses) {
        var kept = new Kept(id("digest"), token(storedGrant(storage), uses, Duration.ofMinutes(5)));
        storage.tokens().insert(kept.digest(), kept.token());
        return kept;
    }

    static RedemptionStore.Reserved redemption(Kept kept, @Nullable String key) {
        var program = kept.token().grant().program();
        return new RedemptionStore.Reserved(
            id("redemption"),
            program,
            kept.token().id(),
            key,
            "request",
            RedemptionResult.UNKNOWN,
            NOW
        );
    }

    record Kept(String digest, TokenRecord token) {}
}
