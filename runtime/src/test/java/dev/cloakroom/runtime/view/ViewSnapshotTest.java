package dev.cloakroom.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What a browser that comes late is told builds the same page. */
class ViewSnapshotTest {

    private static final int MAX_NODES = 1_000;

    @RepeatedTest(50)
    void snapshotOfARandomTree_buildsAnEqualTree() throws Exception {
        long seed = System.nanoTime();
        ViewTree tree = new ViewTree(MAX_NODES);
        RandomOperations operations = new RandomOperations(new Random(seed));
        for (int i = 0; i < 400; i++) {
            tryToApply(tree, operations.next());
        }

        ViewTree copy = new ViewTree(MAX_NODES);
        copy.apply(tree.snapshot());

        assertThat(copy.snapshot()).as("seed %d", seed).isEqualTo(tree.snapshot());
        assertThat(describe(copy)).as("seed %d", seed).isEqualTo(describe(tree));
    }

    @RepeatedTest(20)
    void whatWasApplied_buildsAnEqualTreeToo() throws Exception {
        long seed = System.nanoTime();
        ViewTree tree = new ViewTree(MAX_NODES);
        ViewTree follower = new ViewTree(MAX_NODES);
        RandomOperations operations = new RandomOperations(new Random(seed));
        for (int i = 0; i < 400; i++) {
            follower.apply(tryToApply(tree, operations.next()));
        }

        assertThat(describe(follower)).as("seed %d", seed).isEqualTo(describe(tree));
    }

    @Test
    void applied_holdsNothingThatWasNotChecked() throws Exception {
        ViewTree tree = new ViewTree(MAX_NODES);

        ArrayNode applied = tree.apply(
            parse(
                """
                ["c",1,"e","view","more",{"x":1}], ["A",1,"onclick","steal()"], ["A",1,"src",7,"more"], ["+",1,"red"], ["ss",1,2]
                """
            )
        );

        assertThat(applied).isEqualTo(
            parse("[\"c\",1,\"e\",\"view\"], [\"A\",1,\"src\",7], [\"+\",1,\"red\",-1], [\"ss\",1,2,-1,-1]")
        );
    }

    @Test
    void releasedNode_isNeitherShownNorKept() throws Exception {
        ViewTree tree = new ViewTree(2);
        tree.apply(parse("[\"c\",1,\"root\",\"page\"]"));

        for (int id = 2; id < 100; id++) {
            tree.apply(parse("[\"c\",%1$d,\"e\",\"view\"], [\"a\",1,%1$d], [\"z\",%1$d]".formatted(id)));
        }

        assertThat(tree.root().orElseThrow().children()).isEmpty();
    }

    private static ArrayNode parse(String operations) {
        return (ArrayNode) Json.parseObject("{\"ops\": [" + operations + "]}")
            .orElseThrow()
            .get("ops");
    }

    // a refused operation has no effect: the generator need not know which make sense
    private static ArrayNode tryToApply(ViewTree tree, ArrayNode operation) {
        try {
            return tree.apply(Json.array().add(operation));
        } catch (GuestMisbehaved e) {
            return Json.array();
        }
    }

    /** Everything that a page shows, independently of the snapshot. */
    private static String describe(ViewTree tree) {
        StringBuilder out = new StringBuilder();
        tree.root().ifPresent(root -> describe(root, out));
        return out.toString();
    }

    private static void describe(ViewNode node, StringBuilder out) {
        out.append(node.id()).append(node.tag()).append(node.text).append(node.style).append(node.scopes);
        out.append(node.attributes).append(node.data).append(node.classes).append(node.listeners);
        out.append(node.bindings).append('[');
        node.children().forEach(child -> describe(child, out));
        out.append(']');
    }

    /** Operations of every kind on few enough nodes that many of them make sense. */
    private static final class RandomOperations {

        private static final Map<Integer, String> KINDS = Map.of(0, "e", 1, "e", 2, "t", 3, "f");

        private final Random random;
        private int last = 1;
        private boolean begun;

        RandomOperations(Random random) {
            this.random = random;
        }

        ArrayNode next() {
            if (!begun) {
                begun = true;
                return Json.array().add("c").add(1).add("root").add("page");
            }
            return switch (random.nextInt(24)) {
                case 0, 1, 2, 3, 4 -> Json.array()
                    .add("c")
                    .add(++last)
                    .add(KINDS.get(random.nextInt(4)))
                    .add(word());
                case 5, 6, 7, 8 -> on("a").add(node());
                case 9 -> on("b").add(node()).add(node());
                case 10 -> on("x").add(node()).add(node());
                case 11 -> on("sb").add(node()).add(random.nextInt(3)).add(node());
                case 12 -> on("r").add(node());
                case 13 -> on("sr").add(node()).add(random.nextInt(3));
                case 14 -> on("z");
                case 15 -> on("A").add(word()).add(random.nextInt(9));
                case 16 -> on("D").add(word());
                case 17 -> on("d").add(word()).add(word());
                case 18 -> on(random.nextBoolean() ? "T" : "st").add(word());
                case 19 -> on("+").add(word()).add(random.nextInt(3));
                case 20 -> on(random.nextInt(9) == 0 ? "cc" : "-")
                    .add(word())
                    .add(random.nextInt(3));
                case 21 -> on("ss").add(random.nextInt(4)).add(-1).add(random.nextInt(4));
                case 22 -> on("l").add(word()).add(random.nextInt(3));
                default -> random.nextBoolean()
                    ? on("m").add(word()).add(random.nextBoolean())
                    : Json.array().add("css").add(word()).add(random.nextInt(3)).add(word());
            };
        }

        private ArrayNode on(String name) {
            return Json.array().add(name).add(node());
        }

        private int node() {
            return 1 + random.nextInt(last);
        }

        private String word() {
            return "w" + random.nextInt(5);
        }
    }
}
