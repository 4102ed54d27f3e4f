package dev.cloakroom.runtime.check;

import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.check.PageReport.Tally;
import dev.cloakroom.runtime.check.Sightings.Seen;
import dev.cloakroom.runtime.check.Sightings.Sight;
import dev.cloakroom.runtime.program.Manifest;
import dev.cloakroom.runtime.session.RunningProgram;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks one page: opens it, and does all that can be done there, each from the page as it is when it was just opened.
 * What generated replies learn meanwhile makes the same step happen again.
 */
final class PageCheck {

    /** How often a step is done for the sake of generated replies: each time they get one link longer. */
    static final int PASSES = 8;

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int MOST = 60;

    private final RunningProgram program;
    private final UserId user;
    private final Sightings sightings;
    private final GeneratedReplies generated;
    private final Components components;
    private final Map<String, Findings> all;
    private final Findings findings;
    private final Collected collected;
    private final String path;
    private final String url;
    private final long deadline = System.nanoTime() + LONGEST.toNanos();
    private @Nullable Visit current;
    private Handlers fresh = Handlers.NONE;
    private String shown = "";
    private int passes;
    private boolean settled;
    private int done;
    private int gone;
    private int disabled;
    private int late;

    /** What all pages have in common; {@code findings} by the paths of the pages that are checked. */
    record Tools(
        RunningProgram program,
        UserId user,
        Sightings sightings,
        GeneratedReplies generated,
        Components components,
        Collected collected,
        Map<String, Findings> findings
    ) {}

    PageCheck(Tools tools, String path, String url) {
        this.program = tools.program();
        this.user = tools.user();
        this.sightings = tools.sightings();
        this.generated = tools.generated();
        this.components = tools.components();
        this.collected = tools.collected();
        this.all = tools.findings();
        this.findings = Objects.requireNonNull(all.get(path), path);
        this.path = path;
        this.url = url;
    }

    /** What came of it, and of the page's code when other pages led to it. */
    PageReport report() {
        return findings.report(path, url, shown, passes, settled, tally());
    }

    PageCheck run() {
        sightings
            .warnings()
            .stream()
            .filter(warning -> warning.startsWith(path + ".wxml") && warning.contains("there is no "))
            .forEach(warning -> findings.problem(new Sight(warning, path + ".wxml"), "load"));
        while (!settled && passes < PASSES) {
            passes++;
            Visit visit = reopened();
            shown = visit.path();
            fresh = shown.equals(path) ? visit.handlers() : Handlers.NONE;
            Seen seen = sightings.take();
            settled = !generated.takeChanged();
            if (settled || passes == PASSES) {
                add(seen, "open");
            }
        }
        if (shown.equals(path)) {
            actAll();
        }
        leave();
        return this;
    }

    private void add(Seen seen, String during) {
        seen.problems.forEach(sight ->
            owner(sight).problem(sight, owner(sight) == findings ? during : during + " on " + path)
        );
        seen.unsupported.forEach(sight -> owner(sight).unsupported(sight));
        seen.requests.forEach(findings::request);
        collected.add(seen);
    }

    /** The page whose own code it happened in, where a check of that page tells it; else this one. */
    private Findings owner(Sight sight) {
        String file = sight.at().replaceFirst("\\.\\w+(:\\d+)?$", "");
        return all.getOrDefault(file, findings);
    }

    private void actAll() {
        for (Handler handler : fresh.found().stream().limit(MOST).toList()) {
            if (System.nanoTime() < deadline) {
                act(handler);
            } else {
                late++;
            }
        }
    }

    private Tally tally() {
        return new Tally(fresh.found().size(), done, fresh.alike(), gone, disabled, late + beyond(), fresh.out());
    }

    private int beyond() {
        return Math.max(0, fresh.found().size() - MOST);
    }

    private void act(Handler handler) {
        boolean acted = false;
        for (int pass = 1; pass <= PASSES; pass++) {
            Visit visit = ready();
            Handler now = again(visit, handler);
            if (now == null) {
                gone++;
                return;
            }
            acted = visit.act(now);
            Seen seen = sightings.take();
            boolean learned = generated.takeChanged();
            look(visit);
            if (!visit.isStill(path, fresh) || learned) {
                leave();
            }
            if (!learned || pass == PASSES) {
                add(seen, Words.of(now.act()) + " " + now.label());
                break;
            }
        }
        if (acted) {
            done++;
        } else {
            disabled++;
        }
    }

    private static @Nullable Handler again(Visit visit, Handler handler) {
        return visit
            .handlers()
            .found()
            .stream()
            .filter(other -> other.key().equals(handler.key()))
            .findFirst()
            .orElse(null);
    }

    private Visit ready() {
        Visit open = current;
        if (open != null) {
            return open;
        }
        Visit opened = reopened();
        // what goes wrong when the page opens is told already
        sightings.take();
        return opened;
    }

    private Visit reopened() {
        leave();
        Visit visit = opened();
        current = visit;
        if (visit.path().equals(path)) {
            look(visit);
        }
        return visit;
    }

    /** On top of the first page, as most users come to it; as the first one where that leads elsewhere. */
    private Visit opened() {
        Manifest manifest = program.manifest();
        if (path.equals(manifest.entryPage()) || manifest.tabs().contains(path)) {
            return Patient.visit(program, user, url);
        }
        Visit visit = Patient.visit(program, user, manifest.entryPage());
        if (!visit.path().equals(manifest.entryPage())) {
            visit.close();
            return Patient.visit(program, user, url);
        }
        // what goes wrong there is told there
        sightings.take();
        generated.takeChanged();
        visit.go(url);
        return visit;
    }

    private void look(Visit visit) {
        if (visit.path().equals(path)) {
            findings.components(visit.look(components::unsupported).orElse(Map.of()));
        }
    }

    private void leave() {
        Visit open = current;
        current = null;
        if (open != null) {
            open.close();
        }
    }
}
