package dev.cloakroom.host.redeem;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An action under way on a thread of its own, so that one that hangs holds its caller up no longer than its deadline.
 * Its end is recorded whenever it comes, on another thread again: the interrupt is for the action, never for the store.
 */
public final class Attempt<R> {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final Thread performer;
    private final CompletableFuture<R> recorded;

    private Attempt(Thread performer, CompletableFuture<R> recorded) {
        this.performer = performer;
        this.recorded = recorded;
    }

    /** Neither {@code action} nor {@code record} may throw. */
    public static <R> Attempt<R> start(Supplier<RedemptionResult> action, Function<RedemptionResult, R> record) {
        var performed = new CompletableFuture<RedemptionResult>();
        var recorded = performed.thenApplyAsync(record, Thread::startVirtualThread);
        return new Attempt<>(Thread.startVirtualThread(() -> performed.complete(action.get())), recorded);
    }

    /** What was recorded; empty when there is none within the time, and then the action is interrupted. */
    public Optional<R> await(Duration deadline) {
        try {
            return Optional.of(recorded.get(deadline.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            performer.interrupt();
        } catch (InterruptedException e) {
            performer.interrupt();
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("the end of an action could not be recorded", e);
        }
        return Optional.empty();
    }
}
