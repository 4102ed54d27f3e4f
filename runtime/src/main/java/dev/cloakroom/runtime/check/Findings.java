package dev.cloakroom.runtime.check;

import dev.cloakroom.runtime.check.PageReport.Asked;
import dev.cloakroom.runtime.check.PageReport.Problem;
import dev.cloakroom.runtime.check.PageReport.Tally;
import dev.cloakroom.runtime.check.PageReport.Unsupported;
import dev.cloakroom.runtime.check.Sightings.Sight;
import dev.cloakroom.runtime.observe.HttpExchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects what is seen on one page; the same again is counted. */
final class Findings {

    private final Map<Sight, Problem> problems = new LinkedHashMap<>();
    private final Map<Sight, Integer> apis = new LinkedHashMap<>();
    private final Map<String, Integer> components = new TreeMap<>();
    private final Map<Endpoint, Asked> requests = new LinkedHashMap<>();
    private final CheckNetwork network;
    private final Set<String> declared;

    /** @param declared the origins that the program names */
    Findings(CheckNetwork network, Set<String> declared) {
        this.network = network;
        this.declared = declared;
    }

    void unsupported(Sight sight) {
        apis.merge(sight, 1, Integer::sum);
    }

    /** @param during what the check did */
    void problem(Sight sight, String during) {
        problems.merge(sight, new Problem(sight.message(), sight.at(), during, 1), (first, _) ->
            new Problem(first.message(), first.at(), first.during(), first.count() + 1)
        );
    }

    /** What stands on the page and is not painted; of several looks the largest number counts. */
    void components(Map<String, Integer> seen) {
        seen.forEach((tag, count) -> components.merge(tag, count, Math::max));
    }

    void request(HttpExchange sent) {
        var endpoint = Endpoint.of(sent.method(), sent.url());
        var source = sent.status() == 0 ? CheckNetwork.Source.REFUSED : network.source(endpoint);
        Asked before = requests.get(endpoint);
        requests.put(
            endpoint,
            new Asked(
                endpoint.method(),
                endpoint.url(),
                sent.status(),
                Words.of(source),
                declared.contains(Domains.origin(endpoint.url())),
                before == null ? 1 : before.count() + 1
            )
        );
    }

    PageReport report(String path, String url, String shown, int passes, boolean settled, Tally handlers) {
        return new PageReport(
            path,
            url,
            shown,
            passes,
            settled,
            List.copyOf(problems.values()),
            unsupported(),
            new TreeMap<>(components),
            handlers,
            List.copyOf(requests.values())
        );
    }

    // the library names an API once with the place of the call and once without, when nothing caught the failure
    private List<Unsupported> unsupported() {
        return apis
            .entrySet()
            .stream()
            .filter(entry -> !entry.getKey().at().isEmpty() || isOnlyOne(entry.getKey()))
            .map(entry -> new Unsupported(entry.getKey().message(), entry.getKey().at(), entry.getValue()))
            .toList();
    }

    private boolean isOnlyOne(Sight nowhere) {
        return apis
            .keySet()
            .stream()
            .noneMatch(other -> !other.equals(nowhere) && other.message().equals(nowhere.message()));
    }
}
