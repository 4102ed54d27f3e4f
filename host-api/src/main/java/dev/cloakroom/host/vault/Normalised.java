package dev.cloakroom.host.vault;

/** A value in the one form that the vault keeps, or why there is none. */
sealed interface Normalised {
    record Fit(PersonalValue value) implements Normalised {}

    record Unfit(Rejection reason) implements Normalised {}
}
