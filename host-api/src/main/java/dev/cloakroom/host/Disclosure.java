package dev.cloakroom.host;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.scope.AliasKind;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.token.AccessToken;
import java.util.Map;
import java.util.Optional;

/** What a program's request came to. Everything in it is durable. */
public sealed interface Disclosure {
    /**
     * All that the program gets.
     *
     * @param token empty when the scope has no actions
     * @param answers as JSON, those that the request wanted
     * @param aliases those of the scope
     * @param grant the yes that it is under; for the host
     */
    record Granted(
        Optional<AccessToken> token,
        PairwiseSubject subject,
        Map<Derivation, String> answers,
        Map<AliasKind, String> aliases,
        Grant grant
    ) implements Disclosure {
        public Granted {
            answers = Map.copyOf(answers);
            aliases = Map.copyOf(aliases);
        }

        /**
         * The token of a scope that has tokens.
         *
         * @throws java.util.NoSuchElementException for a scope without actions
         */
        public String code() {
            return token.orElseThrow().value();
        }
    }

    /**
     * Nothing was disclosed.
     *
     * @param reason for the host; the program sees its {@link RefusalReason#code()} only
     */
    record Refused(RefusalReason reason) implements Disclosure {}
}
