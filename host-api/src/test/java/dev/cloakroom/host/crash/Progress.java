package dev.cloakroom.host.crash;

/** Tells how far a long run has come, so that one that is stopped says how much it tried. */
record Progress(String what, int total, int every) {
    /** Call it after each one; {@code tried} is what else was counted. */
    void done(int count, String tried) {
        if (count % every == 0 || count == total) {
            System.out.println(what + ": " + count + " of " + total + ", 0 wrong so far" + tried);
        }
    }
}
