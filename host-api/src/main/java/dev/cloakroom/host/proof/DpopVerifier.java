package dev.cloakroom.host.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import dev.cloakroom.host.error.BrokerException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Checks DPoP proofs by RFC 9449, section 4.3, all but the last of its steps: whether the proof was used before and
 * whether the token is bound to its key is for the database to decide.
 */
public final class DpopVerifier {

    private static final Duration TOLERANCE = Duration.ofMinutes(1);
    private static final String TYPE = "dpop+jwt";

    private final Clock clock;

    public DpopVerifier(Clock clock) {
        this.clock = clock;
    }

    /** What became of a proof. */
    public sealed interface Outcome {
        record Good(DpopProof proof) implements Outcome {}

        record Faulty(ProofFault fault) implements Outcome {}
    }

    /** The algorithms that are taken, for the {@code algs} of a challenge. */
    public static String algorithms() {
        return SignatureAlgorithm.allNames();
    }

    /**
     * Checks a proof.
     *
     * @param proof the value of the request's one {@code DPoP} header
     * @param token the access token that comes with it; empty where there is none yet
     */
    public Outcome verify(String proof, HttpTarget target, Optional<String> token) {
        return SignedText.parse(proof)
            .filter(text -> text.type().equals(TYPE))
            .map(text -> check(text, target, token))
            .orElse(new Outcome.Faulty(ProofFault.MALFORMED));
    }

    private Outcome check(SignedText text, HttpTarget target, Optional<String> token) {
        var key = text.header().getJWK();
        if (key == null || key.isPrivate() || SignatureAlgorithm.of(key).isEmpty()) {
            return new Outcome.Faulty(ProofFault.KEY);
        }
        if (!text.isSignedBy(key)) {
            return new Outcome.Faulty(ProofFault.SIGNATURE);
        }
        return fault(text, target, token)
            .<Outcome>map(Outcome.Faulty::new)
            .orElseGet(() -> good(text, key));
    }

    private Optional<ProofFault> fault(SignedText text, HttpTarget target, Optional<String> token) {
        if (!target.is(text.text("htm"), text.text("htu"))) {
            return Optional.of(ProofFault.TARGET);
        }
        if (!issued(text).map(this::isNow).orElse(false)) {
            return Optional.of(ProofFault.TIME);
        }
        if (text.id().isEmpty()) {
            return Optional.of(ProofFault.ID);
        }
        var bound = token.map(DpopVerifier::sha256).orElse(null);
        return bound == null || bound.equals(text.text("ath")) ? Optional.empty() : Optional.of(ProofFault.TOKEN);
    }

    private static Optional<Instant> issued(SignedText text) {
        return SignedText.instant(text.claims().getIssueTime());
    }

    private boolean isNow(Instant issued) {
        return Duration.between(issued, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }

    private static Outcome good(SignedText text, JWK key) {
        var until = issued(text).orElseThrow().plus(TOLERANCE);
        return new Outcome.Good(new DpopProof(thumbprint(key), text.id().orElseThrow(), until));
    }

    private static String thumbprint(JWK key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new BrokerException("cannot compute the thumbprint of a key", e);
        }
    }

    private static String sha256(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new BrokerException("this JVM has no SHA-256", e);
        }
    }
}
