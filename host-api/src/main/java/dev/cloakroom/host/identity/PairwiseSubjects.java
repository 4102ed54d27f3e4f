package dev.cloakroom.host.identity;

import dev.cloakroom.host.keys.RandomSource;
import java.util.List;
import java.util.Optional;

/** Gives each program its own subject for each user. */
public final class PairwiseSubjects {

    private static final int BYTES = 16;

    private final PairwiseSubjectStore store;
    private final RandomSource random;

    public PairwiseSubjects(PairwiseSubjectStore store, RandomSource random) {
        this.store = store;
        this.random = random;
    }

    /** The subject of this user at this program; made at first use. */
    public PairwiseSubject of(ProgramId program, UserId user) {
        return store.findOrInsert(program, user, new PairwiseSubject(random.text(BYTES)));
    }

    /** The subject of a user whom the program knows already. */
    public Optional<PairwiseSubject> known(ProgramId program, UserId user) {
        return store.find(program, user);
    }

    /** The programs that know the user. */
    public List<ProgramId> programs(UserId user) {
        return store.programs(user);
    }

    /** After this the program meets the user as a stranger. */
    public void forget(ProgramId program, UserId user) {
        store.delete(program, user);
    }
}
