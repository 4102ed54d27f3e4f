package dev.cloakroom.host.vault;

import dev.cloakroom.host.identity.PairwiseSubject;
import dev.cloakroom.host.identity.PairwiseSubjects;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.settings.PrivacySettings;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The friends that a program may hear of: they use it too, and let friends see this. */
record Friends(SocialGraph graph, PairwiseSubjects subjects, PrivacySettings settings) {
    /** By what the program knows them by, in that order, which tells nothing. */
    Map<PairwiseSubject, UserId> visible(UserId user, ProgramId program, Scope scope) {
        var visible = new TreeMap<PairwiseSubject, UserId>((a, b) -> a.value().compareTo(b.value()));
        for (var friend : graph.friends(user)) {
            subject(program, friend, scope).ifPresent(subject -> visible.put(subject, friend));
        }
        return visible;
    }

    private Optional<PairwiseSubject> subject(ProgramId program, UserId friend, Scope scope) {
        return settings.friendsSee(friend, scope) ? subjects.known(program, friend) : Optional.empty();
    }
}
