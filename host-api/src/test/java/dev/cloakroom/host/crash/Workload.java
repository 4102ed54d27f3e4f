package dev.cloakroom.host.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What a host is told from one start to one kill, by a seed. */
final class Workload {

    static final List<String> USERS = IntStream.range(0, 8)
        .mapToObj(user -> "u" + user)
        .toList();

    /** Each verb as often as it is here; most of what is minted is redeemed before it is taken back. */
    private static final List<String> MIX = List.of(
        """
        mint mint mint mint mint mint redeem redeem redeem redeem redeem redeem redeem replay replay
        revoke revoke login login exchange exchange put put erase uninstall""".split("\\s+")
    );
    private static final int RECENT = 12;

    private final Random random;
    private final Journal journal;
    private final List<Operation> told = new ArrayList<>();

    Workload(Random random, Journal journal) {
        this.random = random;
        this.journal = journal;
    }

    Operation next() {
        var operation = told.size() < USERS.size() ? journal.tell("put", USERS.get(told.size()), "-") : any();
        told.add(operation);
        return operation;
    }

    private Operation any() {
        var verb = MIX.get(random.nextInt(MIX.size()));
        var user = USERS.get(random.nextInt(USERS.size()));
        return switch (verb) {
            case "redeem" -> use("redeem", "mint", user, random.nextBoolean());
            case "replay" -> use("redeem", "mint", user, true);
            case "exchange" -> use("exchange", "login", user, false);
            case "put", "erase" -> vault(verb, user);
            default -> journal.tell(verb, user, "-");
        };
    }

    /** Something with one of the last tokens or codes, used before or not; a key belongs to its token. */
    private Operation use(String verb, String from, String user, boolean keyed) {
        var issued = journal
            .all(from)
            .filter(issue -> issue.gave("token") || issue.gave("code"))
            .toList();
        if (issued.isEmpty()) {
            return journal.tell(from, user, "-");
        }
        var matter = issued.get(Math.max(0, issued.size() - 1 - random.nextInt(RECENT))).given();
        return journal.tell(verb, matter, keyed ? "key-" + matter : "-");
    }

    /** One at a time for each user, so that it is known which was last. */
    private Operation vault(String verb, String user) {
        var busy = told
            .stream()
            .anyMatch(
                former ->
                    former.user.equals(user) &&
                    (former.verb.equals("put") || former.verb.equals("erase")) &&
                    !former.isAnswered()
            );
        return journal.tell(busy ? "mint" : verb, user, "-");
    }
}
