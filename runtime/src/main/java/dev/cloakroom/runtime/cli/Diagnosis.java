package dev.cloakroom.runtime.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Wall;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.StandingWalls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code cloakroom doctor} found.
 *
 * @param system its name and version
 * @param jdk the version, and where it is
 * @param node the version, empty when none is on the path; only building and the samples' back ends need it
 */
record Diagnosis(StandingWalls walls, String system, String jdk, String node) {
    static Diagnosis of(StandingWalls walls) {
        return new Diagnosis(
            walls,
            System.getProperty("os.name") + " " + System.getProperty("os.version"),
            System.getProperty("java.version") + " in " + System.getProperty("java.home"),
            nodeVersion()
        );
    }

    /** Whether every wall stands. */
    boolean isGood() {
        return walls.missing().isEmpty();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line("kernel", system));
        lines.add(line("architecture", architecture()));
        lines.add(line("JDK", jdk));
        lines.add(line("Node", node.isEmpty() ? "none: building and the samples' back ends need it" : node));
        for (Wall wall : Wall.values()) {
            lines.add(line(wall.title(), stands(wall) ? "stands" + detail(wall) : "MISSING: " + remedy(wall)));
        }
        lines.add(isGood() ? "all walls stand" : "programs are not fully confined on this machine");
        return lines;
    }

    ObjectNode toJson() {
        ObjectNode all = Json.object();
        all.put("kernel", system);
        all.put("architecture", walls.architecture()).put("verified", walls.verified());
        all.put("jdk", jdk).put("node", node);
        all.put("landlockVersion", walls.landlock());
        ObjectNode standing = all.putObject("walls");
        for (Wall wall : Wall.values()) {
            standing.put(wall.title(), stands(wall));
        }
        return all.put("confined", isGood());
    }

    private boolean stands(Wall wall) {
        return walls.standing().contains(wall);
    }

    private String architecture() {
        if (walls.architecture().isEmpty()) {
            return System.getProperty("os.arch") + ": there are no walls for it on this system";
        }
        return walls.architecture() + (walls.verified() ? ", verified" : ", NOT verified: its walls were never tested");
    }

    private String detail(Wall wall) {
        return wall == Wall.LANDLOCK ? ", version " + walls.landlock() : "";
    }

    private static String remedy(Wall wall) {
        return switch (wall) {
            case NO_NEW_PRIVS -> "needs Linux on x86-64 or aarch64";
            case LANDLOCK -> "needs Linux 5.13 or newer with `landlock` in /sys/kernel/security/lsm";
            case DENY_LIST, ALLOW_LIST -> "needs Linux on x86-64 or aarch64 with CONFIG_SECCOMP_FILTER";
        };
    }

    private static String line(String name, String value) {
        return "%-14s %s".formatted(name, value);
    }

    private static String nodeVersion() {
        try {
            Process node = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
            return new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            // not there
            return "";
        }
    }
}
