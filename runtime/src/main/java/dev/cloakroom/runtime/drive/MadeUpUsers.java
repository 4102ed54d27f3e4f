package dev.cloakroom.runtime.drive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.input.JsonFiles;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** People for a scenario whose users nobody described: every value is new each time, so that a leak of one is no chance. */
public final class MadeUpUsers {

    private static final String NOBODY = "guest";
    private static final String LETTERS = "bcdfghjkmnpqrstvwxz";

    private final RandomGenerator random;

    public MadeUpUsers(RandomGenerator random) {
        this.random = random;
    }

    /** A user for each id that the scenario in {@code file} names; one {@code guest} when it names none. */
    public Users of(Path file) {
        JsonNode root = JsonFiles.read(file).root();
        Set<String> ids = new LinkedHashSet<>();
        add(ids, root.path("user"));
        root.path("steps").forEach(step -> add(ids, step.path("user")));
        if (ids.isEmpty()) {
            ids.add(NOBODY);
        }
        return new Users(ids.stream().map(this::user).toList());
    }

    /** One {@code guest}. */
    public Users guest() {
        return new Users(List.of(user(NOBODY)));
    }

    private static void add(Set<String> ids, JsonNode id) {
        if (id.isTextual() && !id.asText().isBlank()) {
            ids.add(id.asText());
        }
    }

    private UserProfile user(String id) {
        String name = word();
        return new UserProfile(
            id,
            name + " " + word(),
            "+86138%08d".formatted(random.nextInt(100_000_000)),
            name + "." + word() + "@example.com",
            new UserProfile.Address(
                "Shanghai",
                "Shanghai",
                "Xuhui",
                word() + " Road " + (10 + random.nextInt(900)),
                null,
                null
            )
        );
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
