package dev.cloakroom.host.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the process beside the host knows for certain: what it told, what it heard, and which messages went out. */
final class Journal {

    final List<Operation> operations = new ArrayList<>();
    final List<Effect> effects = new ArrayList<>();
    /** The ledger as it was last seen: nothing of it may ever be missing or different. */
    List<String> ledger = List.of();
    private final Map<String, Operation> issued = new HashMap<>();
    private long time;

    /** A message that went out. */
    record Effect(String redemption, String phone) {}

    Operation tell(String verb, String matter, String key) {
        var user = issued.containsKey(matter) ? Objects.requireNonNull(issued.get(matter)).user : matter;
        var operation = new Operation(operations.size(), verb, matter, key, user, ++time);
        operations.add(operation);
        return operation;
    }

    void hear(int number, String answer) {
        var operation = operations.get(number);
        operation.answered = ++time;
        operation.answer = answer;
        if (operation.gave("token") || operation.gave("code")) {
            issued.put(operation.given(), operation);
        }
    }

    void see(String redemption, String phone) {
        effects.add(new Effect(redemption, phone));
    }

    Stream<Operation> all(String... verbs) {
        var wanted = List.of(verbs);
        return operations.stream().filter(operation -> wanted.contains(operation.verb));
    }

    Stream<Operation> minted() {
        return all("mint").filter(mint -> mint.gave("token"));
    }

    List<Operation> redemptionsOf(String token) {
        return all("redeem", "exchange")
            .filter(use -> use.matter.equals(token))
            .toList();
    }

    private Stream<Operation> takenBack(Operation issue) {
        return operations.stream().filter(later -> later.takesBack() && later.user.equals(issue.user));
    }

    /** Whether the user has certainly taken it back: told after it was there, and answered. */
    boolean isTakenBack(Operation issue) {
        return takenBack(issue).anyMatch(back -> issue.isBefore(back) && back.isAnswered());
    }

    /** Whether something may have taken it back: told, answered or not, at any time after it was asked for. */
    boolean mayBeTakenBack(Operation issue) {
        return takenBack(issue).anyMatch(back -> back.answered > issue.sent);
    }
}
