package dev.cloakroom.host.crash;

/** How much was tried: the n beside a zero. */
final class Tally {

    int kills;
    int operations;
    int underWay;
    int messages;
    int deadTokens;
    int liveTokens;
    int replays;
    int entries;

    @Override
    public String toString() {
        return (
            "n: %d kills, %d operations (%d under way when killed), %d messages, %d ledger entries; tried after kills: " +
            "%d times a dead token, %d times a live one, %d times a known key"
        ).formatted(kills, operations, underWay, messages, entries, deadTokens, liveTokens, replays);
    }
}
