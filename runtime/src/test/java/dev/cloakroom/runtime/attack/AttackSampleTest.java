package dev.cloakroom.runtime.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A share of the attack suite for every build: the first attack on each wall, which come from all classes. */
class AttackSampleTest {

    private static final List<Attack> SAMPLE = List.copyOf(
        Attack.all()
            .stream()
            .collect(Collectors.toMap(Attack::wall, attack -> attack, (first, _) -> first, TreeMap::new))
            .values()
    );

    @TempDir
    private Path folder;

    @Test
    void sample_isOfAllClasses() {
        assertThat(SAMPLE).extracting(Attack::kind).containsAll(Attack.all().stream().map(Attack::kind).toList());
    }

    @Test
    void attacks_endAsTheyMust() throws Exception {
        Map<String, Outcome> outcomes = new AttackRuns(folder).onTheHost(SAMPLE);

        assertThat(SAMPLE).allSatisfy(attack ->
            assertThat(outcomes.get(attack.id())).matches(attack::expects, "what " + attack.id() + " must end as")
        );
    }

    @Test
    void hostWithoutAnyWall_isRobbedByAll() throws Exception {
        var runs = new AttackRuns(folder);
        Map<String, Outcome> outcomes = new HashMap<>();
        for (Pace pace : Pace.values()) {
            outcomes.putAll(without(runs, pace));
        }

        assertThat(SAMPLE).allSatisfy(attack ->
            assertThat(outcomes.get(attack.id())).matches(attack::succeeds, "what " + attack.id() + " wants")
        );
    }

    // the engine's walls last: without them there is nothing left to change for the others
    private static Map<String, Outcome> without(AttackRuns runs, Pace pace) throws Exception {
        List<Attack> attacks = SAMPLE.stream()
            .filter(attack -> attack.pace() == pace)
            .toList();
        List<Wall> walls = attacks.stream().map(Attack::wall).distinct().sorted(Comparator.reverseOrder()).toList();
        return runs.without(walls, attacks);
    }
}
