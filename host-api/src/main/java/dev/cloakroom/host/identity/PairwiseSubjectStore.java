package dev.cloakroom.host.identity;

import java.util.List;
import java.util.Optional;

/** Keeps one subject for each program and user. */
public interface PairwiseSubjectStore {
    /** Returns the stored subject, or stores {@code candidate}; concurrent callers get the same one. */
    PairwiseSubject findOrInsert(ProgramId program, UserId user, PairwiseSubject candidate);

    /** Empty for a user who is a stranger to the program. */
    Optional<PairwiseSubject> find(ProgramId program, UserId user);

    /** The programs that know the user. */
    List<ProgramId> programs(UserId user);

    void delete(ProgramId program, UserId user);
}
