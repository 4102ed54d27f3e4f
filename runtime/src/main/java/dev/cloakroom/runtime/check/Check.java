package dev.cloakroom.runtime.check;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.dev.DevelopmentHost;
import dev.cloakroom.runtime.drive.Users;
import dev.cloakroom.runtime.input.BadInput;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.net.Replies;
import dev.cloakroom.runtime.program.Manifest;
import dev.cloakroom.runtime.program.ProgramLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Opens every page of a program on a throwaway host without a network, does what a user can do there, and tells what
 * went wrong. The user says yes to everything, and stays the same: what one page stores the next one finds.
 */
public final class Check {

    private final Path folder;
    private final Settings settings;
    private final Users users;
    private final HostOptions options;
    private final CheckListener listener;

    /**
     * What is asked of a check.
     *
     * @param replies what answers requests first
     * @param strict whether a request without a reply is refused in place of having one made up
     * @param pages those to check; all when empty
     */
    public record Settings(Replies replies, boolean strict, Set<String> pages) {
        public Settings {
            pages = Set.copyOf(pages);
        }
    }

    /**
     * @param folder the program's
     * @param users the first of them uses it
     * @param options what differs from a development host's own choice
     */
    public Check(Path folder, Settings settings, Users users, HostOptions options, CheckListener listener) {
        this.folder = folder;
        this.settings = settings;
        this.users = users;
        this.options = options;
        this.listener = listener;
    }

    /**
     * Checks all pages.
     *
     * @throws BadInput when the program cannot be loaded
     */
    public CheckReport run() throws IOException {
        var sightings = new Sightings();
        var generated = new GeneratedReplies(new Hints(ProgramLoader.load(folder).files()));
        var network = new CheckNetwork(
            settings.replies(),
            settings.strict() ? Optional.empty() : Optional.of(generated)
        );
        HostOptions observed = options
            .withObserver(sightings.and(new Learner(generated)))
            .withSocialGraph(users::friendsOf);
        try (var host = DevelopmentHost.start(folder, _ -> ConsentAnswer.ALLOW, observed, network)) {
            users.first().settleIn(host.host().api().vault());
            var user = new UserId(users.first().id());
            var components = new Components(host.source());
            var collected = new Collected();
            var tools = new PageCheck.Tools(
                host.program(),
                user,
                sightings,
                generated,
                components,
                collected,
                findings(host, network)
            );
            List<PageReport> pages = pages(host, tools);
            return new CheckReport(
                host.source(),
                pages,
                sightings.warnings(),
                Permissions.of(host.source(), asked(host)),
                collected.unused(),
                network
            );
        }
    }

    private Map<String, Findings> findings(DevelopmentHost host, CheckNetwork network) {
        Manifest manifest = host.source().manifest();
        return wanted(manifest.pages())
            .stream()
            .collect(Collectors.toMap(page -> page, _ -> new Findings(network, manifest.requestDomains())));
    }

    /** The scopes that the broker decided about. */
    private static Set<String> asked(DevelopmentHost host) {
        return host
            .host()
            .api()
            .ledger()
            .entries()
            .stream()
            .flatMap(entry -> Json.parseObject(entry.json()).stream())
            .filter(entry -> entry.path("kind").asText().equals("decided"))
            .map(entry -> entry.path("scope").asText())
            .collect(Collectors.toSet());
    }

    private List<PageReport> pages(DevelopmentHost host, PageCheck.Tools tools) {
        var queries = new Queries(host.source().files());
        List<PageCheck> checks = new ArrayList<>();
        for (String path : wanted(host.source().manifest().pages())) {
            PageCheck check = new PageCheck(tools, path, queries.url(path)).run();
            listener.checked(path, check.report().clean());
            checks.add(check);
        }
        return checks.stream().map(PageCheck::report).toList();
    }

    private List<String> wanted(List<String> pages) {
        for (String page : settings.pages()) {
            if (!pages.contains(page)) {
                throw new BadInput(page, "is no page of the program");
            }
        }
        return pages
            .stream()
            .filter(page -> settings.pages().isEmpty() || settings.pages().contains(page))
            .toList();
    }
}
