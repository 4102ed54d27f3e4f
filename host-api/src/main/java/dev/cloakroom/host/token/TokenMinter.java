package dev.cloakroom.host.token;

import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.keys.KeyRing;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.keys.SecretKind;
import dev.cloakroom.host.request.AccessRequest;
import dev.cloakroom.host.scope.Caveat;
import java.time.Clock;
import java.util.List;

/** Makes tokens: never wider than the grant, the request and the scope together. */
public final class TokenMinter {

    private static final int TOKEN_BYTES = 32;
    private static final int ID_BYTES = 12;

    private final TokenStore store;
    private final KeyRing keys;
    private final RandomSource random;
    private final Clock clock;

    public TokenMinter(TokenStore store, KeyRing keys, RandomSource random, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    /** Stores the token; it is good once the surrounding transaction is durable. */
    public MintedToken mint(Grant grant, AccessRequest request, PairwiseSubject subject) {
        var token = new AccessToken(random.text(TOKEN_BYTES));
        var kept = record(grant, request, subject);
        store.endExpired(kept.issuedAt());
        store.insert(keys.digest(SecretKind.ACCESS_TOKEN, token.value()), kept);
        return new MintedToken(token, kept);
    }

    private TokenRecord record(Grant grant, AccessRequest request, PairwiseSubject subject) {
        var now = clock.instant();
        var scope = grant.scope();
        List<Caveat> caveats = List.of(
            new Caveat.ExpiresAt(now.plus(scope.maxTokenLifetime())),
            new Caveat.MaxUses(scope.maxTokenUses()),
            new Caveat.ForActions(scope.actions()),
            new Caveat.ForRecipients(request.recipients()),
            new Caveat.Bound(request.binding().parameters())
        );
        return new TokenRecord(random.text(ID_BYTES), grant, subject, caveats, request.context(), now, 0);
    }
}
