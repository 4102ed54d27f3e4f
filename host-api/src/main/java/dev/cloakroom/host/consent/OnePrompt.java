package dev.cloakroom.host.consent;

import dev.cloakroom.host.identity.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Has a user see one prompt at a time: the others wait for their turn, in order. */
final class OnePrompt {

    private final Map<UserId, Turn> turns = new HashMap<>();

    private static final class Turn {

        private final ReentrantLock lock = new ReentrantLock(true);
        private int holders;
    }

    <T> T inTurn(UserId user, Supplier<T> work) {
        var turn = enter(user);
        try {
            turn.lock.lock();
            try {
                return work.get();
            } finally {
                turn.lock.unlock();
            }
        } finally {
            leave(user, turn);
        }
    }

    private synchronized Turn enter(UserId user) {
        var turn = turns.computeIfAbsent(user, _ -> new Turn());
        turn.holders++;
        return turn;
    }

    private synchronized void leave(UserId user, Turn turn) {
        turn.holders--;
        if (turn.holders == 0) {
            turns.remove(user);
        }
    }
}
