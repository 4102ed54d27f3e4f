package dev.cloakroom.runtime.leak;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which texts follow one another. */
final class Joins {

    private static final int LONGEST_ITEM = 12;

    private Joins() {}

    /** Siblings: the elements of an array, the members of an object. */
    static Stream<Run> containers(List<Leaf> leaves) {
        return joined(leaves, Leaf::container);
    }

    /** The same member of all elements of an array, such as the texts of all console lines. */
    static Stream<Run> columns(List<Leaf> leaves) {
        return joined(leaves, Leaf::column);
    }

    /** Leaves that share a key, in order; groups of one are none. */
    static Stream<List<Leaf>> groups(List<Leaf> leaves, Function<Leaf, String> key) {
        Collection<List<Leaf>> groups = leaves
            .stream()
            .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
            .values();
        return groups.stream().filter(group -> group.size() > 1);
    }

    private static Stream<Run> joined(List<Leaf> leaves, Function<Leaf, String> key) {
        return groups(leaves, key).flatMap(group -> Stream.of(Run.join(group, ""), listed(group)));
    }

    /** A list of numbers, such as character codes; a longer text is no item of one. */
    private static Run listed(List<Leaf> group) {
        return Run.join(
            group
                .stream()
                .filter(leaf -> leaf.text().length() <= LONGEST_ITEM)
                .toList(),
            ","
        );
    }
}
