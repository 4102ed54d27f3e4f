package dev.cloakroom.runtime.owner;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.settings.Audience;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of {@code docs/simulator-protocol.md} for who may see something. */
final class Audiences {

    private Audiences() {}

    static String word(@Nullable Audience audience) {
        return switch (audience) {
            case Audience.ChosenPrograms _ -> "chosen";
            case Audience.AnyProgram _ -> "any";
            case Audience.Friends _ -> "friends";
            case Audience.Everyone _ -> "everyone";
            case Audience.Nobody _ -> "nobody";
            case null -> "nobody";
        };
    }

    /** {@code chosen} chooses the program that the simulator shows. */
    static Optional<Audience> of(String word, ProgramId program) {
        return switch (word) {
            case "nobody" -> Optional.of(new Audience.Nobody());
            case "chosen" -> Optional.of(new Audience.ChosenPrograms(Set.of(program)));
            case "any" -> Optional.of(new Audience.AnyProgram());
            case "friends" -> Optional.of(new Audience.Friends());
            case "everyone" -> Optional.of(new Audience.Everyone());
            default -> Optional.empty();
        };
    }
}
