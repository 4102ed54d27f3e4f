package dev.cloakroom.runtime.session;

import dev.cloakroom.runtime.sandbox.Limits;
import java.nio.file.Path;
import java.time.Clock;

/** What is done for the programs of tests before anybody waits for them. */
final class HeadStarts {

    private HeadStarts() {}

    /** Nothing that is not asked for. */
    static HeadStart none(Path folder, Clock clock) {
        return of(folder, clock, new Tasks(), false);
    }

    /** @param eager whether to learn what pages show without being asked */
    static HeadStart of(Path folder, Clock clock, Tasks tasks, boolean eager) {
        var renders = new InitialRenderCache(folder.resolve("pages"), "1", Limits.DEFAULT);
        return new HeadStart("digest", renders, new Popularity(clock), tasks, eager);
    }
}
