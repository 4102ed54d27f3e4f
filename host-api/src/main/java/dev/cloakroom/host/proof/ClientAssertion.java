package dev.cloakroom.host.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A client assertion (RFC 7523, section 3) as {@code private_key_jwt} uses it. What it claims is true once
 * {@link #verify} has said so; whether it was used before is for the database to decide.
 */
public final class ClientAssertion {

    private static final Duration MAX_LIFETIME = Duration.ofMinutes(5);
    private static final Duration TOLERANCE = Duration.ofMinutes(1);
    private static final Set<String> TYPES = Set.of("", "jwt", "client-authentication+jwt");

    private final SignedText text;
    private final String claimedIssuer;

    private ClientAssertion(SignedText text, String claimedIssuer) {
        this.text = text;
        this.claimedIssuer = claimedIssuer;
    }

    /** Empty for anything but a signed JWT whose issuer is its subject. */
    public static Optional<ClientAssertion> parse(String assertion) {
        return SignedText.parse(assertion)
            .filter(text -> TYPES.contains(text.type()) && !bringsItsOwnKey(text))
            .flatMap(ClientAssertion::issued);
    }

    /** The keys are the registered ones, so a header that brings or points to another is a try. */
    private static boolean bringsItsOwnKey(SignedText text) {
        var header = text.header();
        return (
            header.getJWK() != null ||
            header.getJWKURL() != null ||
            header.getX509CertURL() != null ||
            header.getX509CertChain() != null
        );
    }

    private static Optional<ClientAssertion> issued(SignedText text) {
        var issuer = text.text("iss");
        return issuer != null && issuer.equals(text.text("sub"))
            ? Optional.of(new ClientAssertion(text, issuer))
            : Optional.empty();
    }

    /** Whose keys to look up; anybody can claim this. */
    public String claimedIssuer() {
        return claimedIssuer;
    }

    /** Whether one of the keys signed it for one of the audiences, for now, and for five minutes at most. */
    public Optional<Verified> verify(PublicKeys keys, Set<String> audiences, Clock clock) {
        return keys.signed(text) && isFor(audiences) ? current(clock.instant()) : Optional.empty();
    }

    private boolean isFor(Set<String> audiences) {
        List<String> given = text.claims().getAudience();
        return given.size() == 1 && audiences.contains(given.getFirst());
    }

    private Optional<Verified> current(Instant now) {
        return SignedText.instant(text.claims().getExpirationTime())
            .filter(end -> end.plus(TOLERANCE).isAfter(now) && !end.isAfter(now.plus(MAX_LIFETIME).plus(TOLERANCE)))
            .filter(_ -> hasBegun(now))
            .flatMap(end -> text.id().map(id -> new Verified(id, end.plus(TOLERANCE))));
    }

    private boolean hasBegun(Instant now) {
        var latest = now.plus(TOLERANCE);
        var claims = text.claims();
        return (
            SignedText.instant(claims.getNotBeforeTime())
                .map(begin -> !begin.isAfter(latest))
                .orElse(true) &&
            SignedText.instant(claims.getIssueTime())
                .map(begin -> !begin.isAfter(latest))
                .orElse(true)
        );
    }

    /**
     * An assertion that holds, except for replay.
     *
     * @param id the {@code jti}
     * @param validUntil when it stops to be good by itself: until then a replay must be remembered
     */
    public record Verified(String id, Instant validUntil) {}

    @Override
    public String toString() {
        return "ClientAssertion";
    }
}
