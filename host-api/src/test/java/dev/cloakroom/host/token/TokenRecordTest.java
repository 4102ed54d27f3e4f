package dev.cloakroom.host.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.grant.Term;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.request.RequestContext;
import dev.cloakroom.host.scope.Caveat;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.ScopeCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Caveats only ever narrow: of two of a kind, what both allow is left. */
class TokenRecordTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final RecipientId GATEWAY = new RecipientId("gateway");
    private static final RecipientId COURIER = new RecipientId("courier");

    @Test
    void expiresAt_isTheEarliestEnd() {
        var record = record(new Caveat.ExpiresAt(NOW.plusSeconds(2)), new Caveat.ExpiresAt(NOW.plusSeconds(1)));
        assertThat(record.expiresAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void maxUses_isTheSmallestCount() {
        assertThat(record(new Caveat.MaxUses(3), new Caveat.MaxUses(2)).maxUses()).isEqualTo(2);
    }

    @Test
    void actionsAndRecipients_areThoseThatEveryCaveatAllows() {
        var record = record(
            new Caveat.ForActions(Set.of("send-sms", "deliver")),
            new Caveat.ForRecipients(Set.of(GATEWAY, COURIER)),
            new Caveat.ForActions(Set.of("deliver", "hand-over")),
            new Caveat.ForRecipients(Set.of(COURIER))
        );
        assertThat(record.actions()).containsExactly("deliver");
        assertThat(record.recipients()).containsExactly(COURIER);
        assertThat(record().actions()).isEmpty();
        assertThat(record().recipients()).isEmpty();
    }

    @Test
    void tokenWithoutEndOrUses_isABugAndNotATokenForEver() {
        assertThatThrownBy(() -> record().expiresAt())
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("expire");
        assertThatThrownBy(() -> record().maxUses())
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("uses");
    }

    @Test
    void introspection_tellsTheUsesThatAreLeft() {
        var record = record(new Caveat.ExpiresAt(NOW), new Caveat.MaxUses(3));
        assertThat(Introspection.of(record).usesLeft()).isEqualTo(2);
    }

    /** Used once. */
    private static TokenRecord record(Caveat... caveats) {
        var grant = new Grant(
            "grant",
            new UserId("alice"),
            new ProgramId("food"),
            ScopeCatalog.PHONE_NUMBER,
            "purpose",
            Set.of(GATEWAY),
            new Term.UntilRevoked(),
            Map.of(),
            "",
            Optional.empty(),
            NOW
        );
        var context = new RequestContext(true, true, true);
        return new TokenRecord("token", grant, new PairwiseSubject("subject"), List.of(caveats), context, NOW, 1);
    }
}
