package dev.cloakroom.host.crash;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What is tried after a kill, by another host over the same store: dead tokens, known keys, used codes. */
final class Probes {

    private static final String ALIVE = """
    SELECT t.digest FROM access_token t JOIN access_grant g ON g.id = t.grant_id
    WHERE t.ended_at IS NULL AND g.revoked_at IS NULL AND t.spent = 0""";

    private final Site site;
    private final Books books;
    private final Journal journal;
    /** The first operation of the round that the kill ended; older ones were tried before. */
    private final int since;
    private final List<String> violations;
    private Set<String> alive = Set.of();
    int deadTokens;
    int liveTokens;
    int replays;

    Probes(Site site, Books books, Journal journal, int since, List<String> violations) {
        this.site = site;
        this.books = books;
        this.journal = journal;
        this.since = since;
        this.violations = violations;
    }

    void run() {
        alive = Set.copyOf(books.rows(ALIVE));
        var operations = List.copyOf(journal.operations);
        for (var operation : operations) {
            if (operation.gave("token")) {
                token(operation);
            } else if (operation.gave("code")) {
                code(operation);
            } else if (operation.number >= since && operation.verb.equals("redeem") && !operation.key.equals("-")) {
                replay(operation);
            }
        }
        Workload.USERS.forEach(this::vault);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }

    private String ask(String verb, String matter, String key) {
        var operation = journal.tell(verb, matter, key);
        journal.hear(operation.number, site.run(verb, matter, key));
        return Objects.requireNonNull(operation.answer);
    }

    /** Taken back or used: it must not work. Untouched: it must be alive. Else something was under way: either. */
    private void token(Operation mint) {
        var uses = journal.redemptionsOf(mint.given());
        if (journal.isTakenBack(mint) || uses.stream().anyMatch(use -> use.gave("completed"))) {
            deadTokens++;
            var answer = site.run("redeem", mint.given(), "-");
            require(answer.equals("refused INVALID_TOKEN"), "a dead token works: " + mint + ", " + answer);
        } else if (!journal.mayBeTakenBack(mint) && uses.isEmpty()) {
            liveTokens++;
            require(alive.contains(site.digest(mint.given())), "a token is lost: " + mint);
        }
    }

    /** A code that worked does not work again; one that nobody used does, and is used up by that. */
    private void code(Operation login) {
        var uses = journal.redemptionsOf(login.given());
        if (uses.stream().anyMatch(use -> use.gave("subject"))) {
            require(site.run("exchange", login.given(), "-").equals("empty"), "a used code works: " + login);
        } else if (!journal.mayBeTakenBack(login) && uses.isEmpty() && login.number >= since) {
            require(ask("exchange", login.given(), "-").startsWith("subject "), "a code is lost: " + login);
        }
    }

    /** The back end asks again with its key, whether it had an answer or not. {@link BookChecks} counts the messages. */
    private void replay(Operation use) {
        replays++;
        var answer = ask("redeem", use.matter, use.key);
        if (use.gave("completed")) {
            var same = answer.startsWith("completed " + use.given() + " ");
            require(same, "another receipt for the same key: " + use + ", " + answer);
            var settled = !String.valueOf(use.answer).endsWith("UNKNOWN");
            require(!settled || answer.equals(use.answer), "another result for the same key: " + use + ", " + answer);
        }
    }

    /** The last of the user's puts and erasures holds; when it had no answer, both are right. */
    private void vault(String user) {
        journal
            .all("put", "erase")
            .filter(operation -> operation.user.equals(user))
            .reduce((_, last) -> last)
            .filter(Operation::isAnswered)
            .ifPresent(last -> require(site.hasPhone(user) == last.verb.equals("put"), "not as told: " + last));
    }
}
