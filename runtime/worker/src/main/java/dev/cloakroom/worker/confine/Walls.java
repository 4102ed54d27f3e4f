package dev.cloakroom.worker.confine;

import dev.cloakroom.protocol.Wall;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands around this process, by trial.
 *
 * @param machine empty where nothing can be tried
 * @param landlock the kernel's version of it, 0 when there is none
 */
record Walls(Set<Wall> standing, Optional<Architecture> machine, int landlock) {
    static final Walls NONE = new Walls(Set.of(), Optional.empty(), 0);

    Walls {
        standing = Set.copyOf(standing);
    }

    /** The content of a READY frame. */
    String toJson() {
        String names = standing
            .stream()
            .sorted()
            .map(wall -> "\"" + wall.title() + "\"")
            .collect(Collectors.joining(","));
        String title = machine.map(Architecture::title).orElse("");
        boolean verified = machine.map(Architecture::verified).orElse(false);
        return (
            "{\"walls\":[" +
            names +
            "],\"landlock\":" +
            landlock +
            ",\"architecture\":\"" +
            title +
            "\",\"verified\":" +
            verified +
            "}"
        );
    }
}
