package dev.cloakroom.host;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.token.AccessToken;

/** What a program's request came to. Everything in it is durable. */
public sealed interface Disclosure {
    record Granted(AccessToken token, PairwiseSubject subject) implements Disclosure {}

    /**
     * Nothing was disclosed.
     *
     * @param reason for the host; the program sees its {@link RefusalReason#code()} only
     */
    record Refused(RefusalReason reason) implements Disclosure {}
}
