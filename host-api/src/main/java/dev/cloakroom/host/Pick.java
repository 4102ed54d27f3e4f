package dev.cloakroom.host;

import dev.cloakroom.host.error.RefusalReason;
import java.util.List;

/** What came of asking a user to pick something for a program. */
public sealed interface Pick<T> {
    /** The user picked these, and the ledger says so: the program may see them now. */
    record Taken<T>(List<T> items) implements Pick<T> {
        public Taken {
            items = List.copyOf(items);
        }
    }

    /**
     * Nothing was handed over.
     *
     * @param reason for the host; the program sees its {@link RefusalReason#code()} only
     */
    record Refused<T>(RefusalReason reason) implements Pick<T> {}
}
