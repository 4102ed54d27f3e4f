package dev.cloakroom.runtime.cli;

import dev.cloakroom.host.audit.LedgerVerdict;
import dev.cloakroom.host.merkle.SignedTreeHead;
import java.io.PrintWriter;

/** Says what was found, and returns the exit status. */
record VerdictPrinter(PrintWriter out) {
    int print(LedgerVerdict verdict) {
        return switch (verdict) {
            case LedgerVerdict.Intact intact -> intact(intact);
            case LedgerVerdict.Damaged damaged -> damaged(damaged);
        };
    }

    private int intact(LedgerVerdict.Intact intact) {
        out.printf(
            "intact: %d entries, %s, the witness knows of %d%n",
            intact.head().size(),
            intact.head().signed().map(VerdictPrinter::signed).orElse("not signed yet"),
            intact.witnessed()
        );
        return 0;
    }

    private static String signed(SignedTreeHead head) {
        return "signed at " + head.head().at() + " by key " + head.keyId().substring(0, 16);
    }

    private int damaged(LedgerVerdict.Damaged damaged) {
        out.println("DAMAGED: " + damaged.message());
        return Main.FAILED;
    }
}
