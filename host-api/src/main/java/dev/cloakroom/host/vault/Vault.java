package dev.cloakroom.host.vault;

import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.identity.PairwiseSubjects;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.KeyRing;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.settings.PrivacySettings;
import dev.cloakroom.host.token.VerifiedToken;
import java.time.Clock;
import java.util.Optional;

/** Three doors to personal values, and no other. What a notice is sent to is the host's own id of the user. */
public final class Vault {

    private final Values values;
    private final CoarseAnswers answers;

    /** Reads from {@code hostSource} what it has, and everything else from the stored values. */
    public Vault(
        VaultStore store,
        KeyRing keys,
        PersonalDataSource hostSource,
        SocialGraph graph,
        PairwiseSubjects subjects,
        PrivacySettings settings,
        Clock clock
    ) {
        this.values = new Values(new StoredValues(store, keys), hostSource);
        this.answers = new CoarseAnswers(values, new Friends(graph, subjects, settings), clock);
    }

    /** For a redemption: the value that the token stands for; empty when the user has none. */
    public Optional<PersonalValue> open(VerifiedToken token) {
        return token.scope().equals(ScopeCatalog.SUBSCRIBE_MESSAGE)
            ? Optional.of(PersonalValue.of(token.user().value()))
            : Field.of(token.scope()).flatMap(field -> values.read(token.user(), field, token.label()));
    }

    /** For a coarse answer as JSON; empty when the user has no value, or the grant is for another scope. */
    public Optional<String> derive(Grant grant, Derivation derivation) {
        return Optional.of(derivation)
            .filter(grant.scope().derivations()::contains)
            .flatMap(wanted -> answers.of(wanted, grant));
    }

    /** For the trusted surface, which must have authenticated the user. */
    public OwnerView ownerView(UserId user) {
        return new OwnerView(user, values);
    }
}
