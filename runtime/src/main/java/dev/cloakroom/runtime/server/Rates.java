package dev.cloakroom.runtime.server;

import dev.cloakroom.runtime.sandbox.Rate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A rate for each of those who call, of which the least recently seen are forgotten. */
final class Rates<K> {

    private static final int MOST = 10_000;

    private final Supplier<Rate> fresh;
    private final Map<K, Rate> rates = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Rate> eldest) {
            return size() > MOST;
        }
    };

    Rates(Supplier<Rate> fresh) {
        this.fresh = fresh;
    }

    synchronized Rate of(K key) {
        return rates.computeIfAbsent(key, _ -> fresh.get());
    }

    /** For tests: of how many it knows. */
    synchronized int size() {
        return rates.size();
    }
}
