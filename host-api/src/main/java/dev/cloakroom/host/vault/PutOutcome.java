package dev.cloakroom.host.vault;

/** What became of a value that the user gave. */
public sealed interface PutOutcome {
    record Stored() implements PutOutcome {}

    record Rejected(Rejection reason) implements PutOutcome {}
}
