package dev.cloakroom.host.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What must hold between the ledger and the tables, and between both and the journal, whenever one looks. */
record BookChecks(Books books, Journal journal, Function<String, String> digest, List<String> violations) {
    void run() {
        grown();
        tablesAndLedgerSayTheSame();
        nothingComesAfterARevocation();
        nobodyIsKnownAfterAnUninstall();
        messages();
        answersAreKept();
        logins();
        noOperationFailed();
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }

    /** Nothing that was ever seen in the ledger is missing. */
    private void grown() {
        var now = books.ledger();
        var before = journal.ledger;
        var kept = now.size() >= before.size() && now.subList(0, before.size()).equals(before);
        require(
            kept,
            "the ledger of " + now.size() + " entries does not go on from the " + before.size() + " seen before"
        );
        journal.ledger = now;
    }

    private void tablesAndLedgerSayTheSame() {
        same("tokens", "SELECT id FROM access_token", books.column("minted", "token"));
        same("grants", "SELECT id FROM access_grant", unique(books.column("minted", "grant")));
        same("tokens' grants", "SELECT id, grant_id FROM access_token", books.column("minted", "token", "grant"));
        same("redemptions", "SELECT id FROM redemption", books.column("redemption-reserved", "redemption"));
        same("uses", "SELECT id FROM access_token WHERE spent > 0", books.column("redemption-reserved", "token"));
        same(
            "ends",
            "SELECT id, result FROM redemption WHERE result <> 'UNKNOWN'",
            books.column("redemption-completed", "redemption", "result")
        );
        same(
            "revocations",
            "SELECT id FROM access_grant WHERE revoked_at IS NOT NULL",
            books.column("revoked", "grant")
        );
        same("receipts", "SELECT id FROM consent_receipt", receipts());
        var alive = """
        SELECT t.id FROM access_token t JOIN access_grant g ON g.id = t.grant_id
        WHERE g.revoked_at IS NOT NULL AND t.ended_at IS NULL""";
        require(books.rows(alive).isEmpty(), "a token is alive under a revoked grant: " + books.rows(alive));
    }

    private List<String> receipts() {
        var all = new ArrayList<>(books.column("consented", "receipt"));
        all.addAll(books.column("consent-refused", "receipt"));
        return all;
    }

    private static List<String> unique(List<String> ids) {
        return List.copyOf(new HashSet<>(ids));
    }

    private void same(String what, String table, List<String> ledger) {
        var rows = new TreeSet<>(books.rows(table));
        var entries = new TreeSet<>(ledger);
        require(entries.size() == ledger.size(), what + ": the ledger has one twice");
        require(rows.equals(entries), what + ": tables and ledger differ in " + difference(rows, entries));
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        all.removeIf(id -> one.contains(id) && other.contains(id));
        return all;
    }

    private void nothingComesAfterARevocation() {
        var revoked = new HashSet<String>();
        for (var entry : books.entries()) {
            var grant = entry.path("grant").asText();
            if (kind(entry).equals("revoked")) {
                revoked.add(grant);
            } else {
                require(!revoked.contains(grant), kind(entry) + " after the grant was revoked: " + entry);
            }
        }
    }

    /** Only the end of what was under way may still name the former subject. */
    private void nobodyIsKnownAfterAnUninstall() {
        var forgotten = new HashSet<String>();
        for (var entry : books.entries()) {
            var subject = entry.path("subject").asText();
            var known = forgotten.contains(subject) && !kind(entry).equals("redemption-completed");
            require(!known, "known after the uninstall: " + entry);
            if (kind(entry).equals("uninstalled")) {
                forgotten.add(subject);
            }
        }
    }

    private static String kind(JsonNode entry) {
        return entry.path("kind").asText();
    }

    /** Each message was reserved before, went to its token's user, and no other was for the same redemption or token. */
    private void messages() {
        var tokens = pairs(books.column("redemption-reserved", "redemption", "token"));
        var users = pairs(
            books.rows("SELECT t.id, g.user_id FROM access_token t JOIN access_grant g ON g.id = t.grant_id")
        );
        var seen = new HashSet<String>();
        for (var effect : journal.effects) {
            var token = tokens.getOrDefault(effect.redemption(), "none");
            var user = users.getOrDefault(token, "none");
            require(seen.add(effect.redemption()), "two messages for redemption " + effect.redemption());
            require(seen.add(token), "two messages for token " + token);
            var right = !user.equals("none") && effect.phone().equals(Site.phone(user));
            require(right, "a message to " + effect.phone() + " for token " + token + " of user " + user);
        }
    }

    private static Map<String, String> pairs(List<String> rows) {
        return rows
            .stream()
            .map(row -> row.split(" ", 2))
            .collect(Collectors.toMap(row -> row[0], row -> row[1], (first, _) -> first));
    }

    /** What the host has answered it still knows. */
    private void answersAreKept() {
        var tokens = pairs(books.rows("SELECT digest, id FROM access_token"));
        var redeemed = pairs(books.column("redemption-reserved", "redemption", "token"));
        var sent = new HashSet<>(books.column("redemption-completed", "redemption", "result"));
        var effects = journal.effects.stream().map(Journal.Effect::redemption).collect(Collectors.toSet());
        journal.minted().forEach(mint -> require(tokens.containsKey(digest.apply(mint.given())), "lost: " + mint));
        for (var use : journal
            .all("redeem")
            .filter(each -> each.gave("completed"))
            .toList()) {
            var token = tokens.getOrDefault(digest.apply(use.matter), "none");
            require(token.equals(redeemed.get(use.given())), "lost or another's: " + use);
            var acknowledged = String.valueOf(use.answer).endsWith("SENT");
            require(!acknowledged || effects.contains(use.given()), "said to be sent and was not: " + use);
            require(!acknowledged || sent.contains(use.given() + " SENT"), "its end is lost: " + use);
        }
    }

    /** Each code gave one subject at most, and the ledger knows of every exchange. */
    private void logins() {
        var answered = journal
            .all("exchange")
            .filter(each -> each.gave("subject"))
            .toList();
        var lost = journal
            .all("exchange")
            .filter(each -> !each.isAnswered())
            .count();
        var known = books.ofKind("login-code-exchanged").count();
        require(
            answered.size() <= known && known <= answered.size() + lost,
            known + " exchanges in the ledger, not " + answered.size()
        );
        require(
            answered
                .stream()
                .map(each -> each.matter)
                .distinct()
                .count() == answered.size(),
            "a code worked twice"
        );
    }

    /** Nothing but the kill was wrong, so nothing but a dialog that an uninstall made moot is a reason to refuse. */
    private void noOperationFailed() {
        for (var operation : journal.operations) {
            var failed = operation.gave("error") || String.valueOf(operation.answer).endsWith("UNAVAILABLE");
            require(!failed, "failed: " + operation);
            var refused = operation.verb.equals("mint") && operation.gave("refused");
            require(!refused || operation.given().equals("USER_DISMISSED"), "refused: " + operation);
        }
    }
}
