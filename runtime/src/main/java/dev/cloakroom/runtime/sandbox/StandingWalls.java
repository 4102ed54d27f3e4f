package dev.cloakroom.runtime.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Wall;
import dev.cloakroom.runtime.json.Json;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a worker found to stand around it, before it got anything of a program's.
 *
 * @param landlock the kernel's version of it, 0 when it has none
 * @param architecture empty when the worker has no system calls for this machine
 * @param verified whether the walls are tested on that architecture
 */
public record StandingWalls(Set<Wall> standing, int landlock, String architecture, boolean verified) {
    public StandingWalls {
        standing = Set.copyOf(standing);
    }

    /** Of the content of a READY frame; what it does not say does not stand. */
    static StandingWalls read(String json) throws GuestMisbehaved {
        ObjectNode body = Json.parseObject(json).orElseThrow(() ->
            new GuestMisbehaved("its READY frame is no JSON object")
        );
        Set<Wall> standing = EnumSet.noneOf(Wall.class);
        for (JsonNode title : body.path("walls")) {
            standing.add(wall(title.asText()));
        }
        return new StandingWalls(
            standing,
            body.path("landlock").asInt(),
            body.path("architecture").asText(),
            body.path("verified").asBoolean()
        );
    }

    public Set<Wall> missing() {
        return EnumSet.complementOf(standing.isEmpty() ? EnumSet.noneOf(Wall.class) : EnumSet.copyOf(standing));
    }

    /** The missing ones for a message. */
    String missingNames() {
        return missing().stream().map(Wall::title).collect(Collectors.joining(", "));
    }

    private static Wall wall(String title) throws GuestMisbehaved {
        for (Wall wall : Wall.values()) {
            if (wall.title().equals(title)) {
                return wall;
            }
        }
        throw new GuestMisbehaved("it names a wall that nobody knows");
    }
}
