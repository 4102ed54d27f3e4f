package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the user picks something of their own for the program, on a surface that the program has no part in. One pick
 * waits at a time; what is offered counts only if it can be read, and only for the pick that it is offered to.
 */
public final class Picker {

    private static final String PART = "pick";

    private final SessionUi ui;
    private @Nullable Waiting<?> waiting;
    private boolean closed;

    /** What is to be picked. */
    public enum What {
        PICTURES,
        TEXT,
    }

    /** What is known of a pick that waits; {@code most} is the number of things. */
    public record Wanted(int number, What what, int most) {}

    /** What became of an offer. */
    public enum Offer {
        TAKEN,
        /** It is not what is to be picked. */
        UNREADABLE,
        /** There is no such pick any more, or it is full. */
        TOO_LATE,
    }

    private record Waiting<T>(
        Wanted wanted,
        Function<byte[], Optional<T>> reader,
        List<T> items,
        CompletableFuture<List<T>> done
    ) {}

    Picker(SessionUi ui) {
        this.ui = ui;
    }

    /**
     * Lets the user pick, and waits; a pick that waits already ends with nothing.
     *
     * @param most how many things, at least 1
     * @param reader makes something of what is offered, or nothing
     * @return what was picked; empty when the user takes nothing
     */
    public <T> List<T> pick(What what, int most, Function<byte[], Optional<T>> reader) {
        return begin(new Wanted(ui.nextNumber(), what, most), reader).join();
    }

    /** The pick that waits for the user, if any. */
    public synchronized Optional<Wanted> waiting() {
        return Optional.ofNullable(waiting).map(Waiting::wanted);
    }

    /** The user picks a thing; reading it may take a while. */
    public Offer offer(int number, byte[] thing) {
        Waiting<?> pick = find(number);
        return pick == null ? Offer.TOO_LATE : offer(pick, thing);
    }

    /** The user is done with the pick of that number, and hands over what they picked, or nothing. */
    public synchronized void done(int number, boolean takes) {
        if (find(number) != null) {
            end(takes);
        }
    }

    /** Ends what waits, and whatever comes, with nothing. */
    synchronized void close() {
        closed = true;
        end(false);
    }

    private synchronized <T> CompletableFuture<List<T>> begin(Wanted wanted, Function<byte[], Optional<T>> reader) {
        end(false);
        var pick = new Waiting<T>(wanted, reader, new ArrayList<>(), new CompletableFuture<>());
        if (closed) {
            pick.done().complete(List.of());
        } else {
            waiting = pick;
            ui.show(PART, toJson(wanted));
        }
        return pick.done();
    }

    private static ObjectNode toJson(Wanted wanted) {
        return Json.object()
            .put("number", wanted.number())
            .put("what", wanted.what().name().toLowerCase(Locale.ROOT))
            .put("most", wanted.most());
    }

    private synchronized @Nullable Waiting<?> find(int number) {
        return waiting != null && waiting.wanted().number() == number ? waiting : null;
    }

    private <T> Offer offer(Waiting<T> pick, byte[] thing) {
        return pick
            .reader()
            .apply(thing)
            .map(item -> add(pick, item))
            .orElse(Offer.UNREADABLE);
    }

    private synchronized <T> Offer add(Waiting<T> pick, T item) {
        if (find(pick.wanted().number()) == null || pick.items().size() == pick.wanted().most()) {
            return Offer.TOO_LATE;
        }
        pick.items().add(item);
        return Offer.TAKEN;
    }

    private void end(boolean takes) {
        Waiting<?> over = waiting;
        if (over != null) {
            waiting = null;
            ui.hide(PART);
            complete(over, takes);
        }
    }

    private static <T> void complete(Waiting<T> over, boolean takes) {
        over.done().complete(takes ? List.copyOf(over.items()) : List.of());
    }
}
