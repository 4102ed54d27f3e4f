package dev.cloakroom.host.identity;

/** Keeps one subject for each program and user. */
public interface PairwiseSubjectStore {
    /** Returns the stored subject, or stores {@code candidate}; concurrent callers get the same one. */
    PairwiseSubject findOrInsert(ProgramId program, UserId user, PairwiseSubject candidate);

    void delete(ProgramId program, UserId user);
}
