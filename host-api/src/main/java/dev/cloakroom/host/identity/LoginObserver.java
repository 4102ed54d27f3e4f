package dev.cloakroom.host.identity;

/** Hears of each exchange of a login code, inside its transaction: what it throws undoes the exchange. */
@FunctionalInterface
public interface LoginObserver {
    void exchanged(ProgramId program, PairwiseSubject subject);
}
