package dev.cloakroom.host.crash;

import dev.cloakroom.host.grant.Grant;
import dev.cloakroom.host.grant.GrantStore;
import dev.cloakroom.host.storage.Storage;
import dev.cloakroom.host.token.TokenRecord;
import dev.cloakroom.host.token.TokenStore;
import dev.cloakroom.host.transaction.Transactions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Ways in which a host could be wrong. All but {@link #SPENDS_NOTHING} look right as long as nobody kills it. */
enum Sabotage {
    NONE,
    /** Each statement commits by itself. */
    COMMITS_HALF_WAY,
    /** Revocations are kept in memory, for a later that a killed host does not have. */
    REVOKES_IN_MEMORY,
    /** Uses are counted in memory. */
    SPENDS_IN_MEMORY,
    /** A use is never counted. */
    SPENDS_NOTHING,
    /** After a start, what is reserved and has no end is done again. See {@link Victim}. */
    RETRIES_UNKNOWN;

    Storage applied(Storage real) {
        return switch (this) {
            case NONE, RETRIES_UNKNOWN -> real;
            case COMMITS_HALF_WAY -> with(real, Transactions.class, new Unbound());
            case REVOKES_IN_MEMORY -> revokesInMemory(real);
            case SPENDS_IN_MEMORY -> spendsInMemory(real);
            case SPENDS_NOTHING -> instead(real, TokenStore.class, real.tokens(), "spend", _ -> true);
        };
    }

    private static Storage revokesInMemory(Storage real) {
        Set<Object> revoked = ConcurrentHashMap.newKeySet();
        var revoking = instead(real, GrantStore.class, real.grants(), "revoke", revoked::add);
        var listing = filtered(
            revoking,
            GrantStore.class,
            revoking.grants(),
            "live",
            grant -> !revoked.contains(((Grant) grant).id())
        );
        return filtered(
            listing,
            TokenStore.class,
            real.tokens(),
            "findLive",
            token -> !revoked.contains(((TokenRecord) token).grant().id())
        );
    }

    private static Storage spendsInMemory(Storage real) {
        Set<Object> spent = ConcurrentHashMap.newKeySet();
        var spending = instead(real, TokenStore.class, real.tokens(), "spend", spent::add);
        return filtered(
            spending,
            TokenStore.class,
            spending.tokens(),
            "findLive",
            token -> !spent.contains(((TokenRecord) token).id())
        );
    }

    /** The storage with one method of one store replaced, which gets its first argument. */
    private static <T> Storage instead(
        Storage storage,
        Class<T> type,
        T store,
        String name,
        Function<Object, Object> replacement
    ) {
        T changed = Failpoints.proxy(type, (method, arguments) ->
            method.getName().equals(name)
                ? replacement.apply(Objects.requireNonNull(arguments)[0])
                : Failpoints.invoke(store, method, arguments)
        );
        return with(storage, type, changed);
    }

    /** The storage with one method of one store finding only what {@code kept} says. */
    private static <T> Storage filtered(Storage storage, Class<T> type, T store, String name, Predicate<Object> kept) {
        T changed = Failpoints.proxy(type, (method, arguments) -> {
            var found = Failpoints.invoke(store, method, arguments);
            return switch (found) {
                case Optional<?> one when method.getName().equals(name) -> one.filter(kept);
                case List<?> many when method.getName().equals(name) -> many.stream().filter(kept).toList();
                case null, default -> found;
            };
        });
        return with(storage, type, changed);
    }

    /** The storage with another part in place of the one of that type. */
    private static <T> Storage with(Storage real, Class<T> type, T part) {
        return Failpoints.proxy(Storage.class, (method, arguments) ->
            method.getReturnType() == type ? part : Failpoints.invoke(real, method, arguments)
        );
    }

    private record Unbound() implements Transactions {
        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return work.get();
        }
    }
}
