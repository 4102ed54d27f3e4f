package dev.cloakroom.runtime.drive;

import dev.cloakroom.runtime.dev.Received;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a step waits for or insists on, all of it at once. What is null does not matter. */
record Wanted(
    Step.Condition condition,
    boolean absent,
    @Nullable Integer count,
    Map<Received.Kind, Integer> received,
    @Nullable Integer prompts
) {
    static Wanted of(Step.Condition condition) {
        return new Wanted(condition, false, null, Map.of(), null);
    }

    static Wanted of(Step.Expect step) {
        return new Wanted(step.condition(), step.absent(), step.count(), step.received(), step.prompts());
    }
}
