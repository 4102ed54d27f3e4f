package dev.cloakroom.host.audit;

import java.util.Locale;
import java.util.Optional;

/** What a look at the ledger found. */
public sealed interface LedgerVerdict {
    /**
     * Every entry is the one that was appended, in its place, and none is missing.
     *
     * @param head what it was held against
     * @param witnessed the number of entries that the witness vouches for; it may lag behind
     */
    record Intact(LedgerHead head, long witnessed) implements LedgerVerdict {}

    /**
     * The ledger is not what it was.
     *
     * @param sequence the first entry that is not to be relied on; of a head, the number of entries that it states
     * @param detail what is wrong, in words
     */
    record Damaged(Damage kind, long sequence, String detail) implements LedgerVerdict {
        /** All of it in a sentence, with what to do. */
        public String message() {
            return "the ledger is damaged (" + kind.word() + " at " + sequence + "): " + detail + "; " + kind.fix();
        }
    }

    /** The ways in which a ledger can be damaged. */
    enum Damage {
        EDITED(false),
        MISSING(false),
        REORDERED(false),
        TRUNCATED(false),
        ADDED(false),
        FORGED_HEAD(false),
        ROLLED_BACK(true),
        FORKED(true),
        WITNESS_LOST(true);

        private final boolean acceptable;

        Damage(boolean acceptable) {
            this.acceptable = acceptable;
        }

        /** The name in small letters. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** What the operator can do. */
        public String fix() {
            return acceptable
                ? "put the newest backup in place, or run `cloakroom ledger accept` to go on from the store as it is"
                : "restore the store and its keys from a backup";
        }

        /** Whether the operator may go on from the store as it is. */
        public boolean isAcceptable() {
            return acceptable;
        }
    }

    /** The damage, if any. */
    default Optional<Damaged> damage() {
        return this instanceof Damaged damaged ? Optional.of(damaged) : Optional.empty();
    }
}
