package dev.cloakroom.host.crash;

import dev.cloakroom.host.transaction.Transactions;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Wrong on purpose: hands a result out from within its transaction, which commits some time after. */
final class HastyTransactions implements Transactions {

    private static final int MILLIS_LATE = 100;

    private final Transactions real;
    private final ScopedValue<Boolean> within = ScopedValue.newInstance();

    HastyTransactions(Transactions real) {
        this.real = real;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        if (within.isBound()) {
            return real.inTransaction(work);
        }
        var early = new CompletableFuture<T>();
        Thread.startVirtualThread(() -> ScopedValue.where(within, true).run(() -> commitLater(work, early)));
        return early.join();
    }

    private <T> void commitLater(Supplier<T> work, CompletableFuture<T> early) {
        try {
            real.inTransaction(() -> early.complete(work.get()) && pause());
        } catch (RuntimeException e) {
            early.completeExceptionally(e);
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(MILLIS_LATE);
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
