package dev.cloakroom.host.crash;

import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.storage.Storage;
import dev.cloakroom.host.transaction.Transactions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells of every call to a store, of every transaction, prompt and action, before and after it. The names are those of
 * the interfaces; a ledger entry's kind is part of its name, and a commit has the name of the last entry in it. The
 * production classes know nothing of it.
 */
final class Failpoints {

    /** Where hosts are killed on purpose, in the order of a program's life: mint, revoke, redeem, log in, leave. */
    static final List<String> NAMED = List.of(
        "prompter.prompt/before",
        "prompter.prompt/after",
        "audit.append(decided)/after",
        "transactions.commit(decided)/before",
        "transactions.commit(decided)/after",
        "receipts.insert/before",
        "receipts.insert/after",
        "audit.append(consented)/after",
        "grants.insert/before",
        "grants.insert/after",
        "tokens.insert/before",
        "tokens.insert/after",
        "audit.append(minted)/before",
        "audit.append(minted)/after",
        "transactions.commit(minted)/before",
        "transactions.commit(minted)/after",
        "grants.revoke/before",
        "grants.revoke/after",
        "audit.append(revoked)/before",
        "audit.append(revoked)/after",
        "transactions.commit(revoked)/before",
        "transactions.commit(revoked)/after",
        "tokens.findLive/after",
        "tokens.spend/before",
        "tokens.spend/after",
        "redemptions.insert/before",
        "redemptions.insert/after",
        "audit.append(redemption-reserved)/before",
        "audit.append(redemption-reserved)/after",
        "transactions.commit(redemption-reserved)/before",
        "transactions.commit(redemption-reserved)/after",
        "vault.findValue/after",
        "action.perform/before",
        "action.perform/after",
        "redemptions.complete/before",
        "redemptions.complete/after",
        "transactions.commit(redemption-completed)/before",
        "transactions.commit(redemption-completed)/after",
        "loginCodes.take/after",
        "transactions.commit(login-code-exchanged)/before",
        "transactions.commit(login-code-exchanged)/after",
        "vault.deleteUser/after",
        "subjects.delete/after",
        "transactions.commit(uninstalled)/before"
    );

    private static final Pattern KIND = Pattern.compile("\"kind\":\"([a-z-]+)\"");

    private final ScopedValue<AtomicReference<String>> lastEntry = ScopedValue.newInstance();
    private final Consumer<String> reached;

    /** {@code reached} may stop the thread that calls it. */
    Failpoints(Consumer<String> reached) {
        this.reached = reached;
    }

    static Failpoints none() {
        return new Failpoints(_ -> {});
    }

    Storage around(Storage real) {
        return proxy(Storage.class, (method, arguments) -> part(method, invoke(real, method, arguments)));
    }

    /** A storage's methods return its parts, which are interfaces, except for {@code close}. */
    private @Nullable Object part(Method getter, @Nullable Object real) {
        return switch (real) {
            case null -> null;
            case Transactions transactions -> new Told(transactions);
            default -> around(getter.getName(), getter.getReturnType(), real);
        };
    }

    <T> T around(String name, Class<T> type, Object real) {
        return proxy(type, (method, arguments) -> {
            var point = name + "." + method.getName() + kind(arguments);
            reached.accept(point + "/before");
            var result = invoke(real, method, arguments);
            reached.accept(point + "/after");
            return result;
        });
    }

    RedemptionAction around(RedemptionAction real) {
        return new RedemptionAction() {
            @Override
            public String name() {
                return real.name();
            }

            @Override
            public Preparation prepare(RecipientId recipient, Map<String, String> parameters) {
                var preparation = real.prepare(recipient, parameters);
                return preparation instanceof Preparation.Ready(var action)
                    ? new Preparation.Ready(around("action", PreparedAction.class, action))
                    : preparation;
            }
        };
    }

    private String kind(Object @Nullable [] arguments) {
        var matcher = KIND.matcher(arguments == null || arguments.length == 0 ? "" : String.valueOf(arguments[0]));
        if (!matcher.find()) {
            return "";
        }
        if (lastEntry.isBound()) {
            lastEntry.get().set(matcher.group(1));
        }
        return "(" + matcher.group(1) + ")";
    }

    static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
            Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (_, method, arguments) ->
                call.on(method, arguments)
            )
        );
    }

    static @Nullable Object invoke(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** A call of an interface's method. */
    interface Call {
        @Nullable
        Object on(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    /** Transactions that tell when all is written but not committed, and when it is committed but nobody knows. */
    private final class Told implements Transactions {

        private final Transactions real;

        Told(Transactions real) {
            this.real = real;
        }

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return lastEntry.isBound() ? real.inTransaction(work) : outermost(work);
        }

        private <T> T outermost(Supplier<T> work) {
            var last = new AtomicReference<>("nothing");
            T result = ScopedValue.where(lastEntry, last).call(() -> real.inTransaction(() -> written(work, last)));
            reached.accept("transactions.commit(" + last + ")/after");
            return result;
        }

        private <T> T written(Supplier<T> work, AtomicReference<String> last) {
            T result = work.get();
            reached.accept("transactions.commit(" + last + ")/before");
            return result;
        }
    }
}
