package dev.cloakroom.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewTreeTest {

    private static final String LIST = """
    ["c",1,"root","page"], ["c",2,"e","view"], ["a",1,2],
    ["c",3,"e","text"], ["c",4,"e","text"], ["c",5,"e","text"], ["a",2,3], ["a",2,4], ["a",2,5]
    """;

    private final ViewTree tree = new ViewTree(10);

    @Test
    void append_showsTheNodesInOrder() throws Exception {
        apply(LIST);

        assertThat(childrenOf(2)).containsExactly(3, 4, 5);
        assertThat(tree.root()).map(ViewNode::id).contains(1);
    }

    @Test
    void insertBefore_movesANodeThatIsThereAlready() throws Exception {
        apply(LIST + ", [\"b\",2,5,3]");

        assertThat(childrenOf(2)).containsExactly(5, 3, 4);
    }

    @Test
    void fragment_leavesItsChildrenInItsPlace() throws Exception {
        apply(
            LIST +
                """
                , ["c",6,"f",""], ["c",7,"e","view"], ["c",8,"t","hi"], ["a",6,7], ["a",6,8], ["x",2,6,4]
                """
        );

        assertThat(childrenOf(2)).containsExactly(3, 7, 8, 5);
    }

    @Test
    void splice_takesNodesAwayAndPutsOthersThere() throws Exception {
        apply(LIST + ", [\"c\",6,\"e\",\"view\"], [\"sb\",2,3,2,6]");

        assertThat(childrenOf(2)).containsExactly(6, 5);
        assertThat(tree.shown(3)).isEmpty();
    }

    @Test
    void removedNode_isNotShown() throws Exception {
        apply(LIST + ", [\"r\",1,2]");

        assertThat(tree.shown(3)).isEmpty();
        assertThat(tree.shown(1)).isPresent();
    }

    @Test
    void attributes_areKeptButThoseThatABrowserWouldRun() throws Exception {
        apply(
            LIST +
                """
                , ["A",2,"open-type","getPhoneNumber"], ["A",2,"disabled",false], ["A",2,"onclick","steal()"], ["A",2,"ONLOAD","x"]
                """
        );

        ViewNode node = tree.shown(2).orElseThrow();
        assertThat(node.attribute("open-type")).isEqualTo("getPhoneNumber");
        assertThat(node.flag("disabled")).isFalse();
        assertThat(node.attributes()).containsOnlyKeys("open-type", "disabled");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "[\"a\",1,9]",
            "[\"a\",2,1]",
            "[\"a\",2,2]",
            "[\"c\",2,\"e\",\"view\"]",
            "[\"c\",-6,\"e\",\"view\"]",
            "[\"c\",6,\"e\",\"<script>\"]",
            "[\"c\",6,\"window\",\"view\"]",
            "[\"c\",6,\"root\",\"page\"]",
            "[\"A\",2,\"a b\",\"\"]",
            "[\"sr\",2,3,-1]",
            "[\"sr\",1,3,1]",
            "[\"b\",1,5,3]",
            "[\"run\",2]",
            "[\"T\",2,{}]",
            "[]",
            "7",
            "[\"c\",6,\"root\",\"page\"]",
            "[\"c\",6,\"e\",\"v\"],[\"c\",7,\"e\",\"v\"],[\"c\",8,\"e\",\"v\"],[\"c\",9,\"e\",\"v\"],[\"c\",10,\"e\",\"v\"],[\"c\",11,\"e\",\"v\"]",
        }
    )
    void operationThatMakesNoSense_isRefused(String operation) throws Exception {
        apply(LIST);

        assertThatThrownBy(() -> apply(operation)).isInstanceOf(GuestMisbehaved.class);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "[\"T\",%1$d,\"%2$s\"]",
            "[\"st\",%1$d,\"%2$s\"]",
            "[\"A\",2,\"a%1$d\",[\"%2$s\"]]",
            "[\"d\",2,\"a%1$d\",\"%2$s\"]",
            "[\"+\",2,\"a%1$d%2$s\",0]",
            "[\"css\",\"a%1$d\",0,\"%2$s\"]",
        }
    )
    void contentBeyondTheRoomOfAPage_isRefused(String operation) throws Exception {
        apply(LIST + ",[\"c\",6,\"t\",\"\"],[\"c\",7,\"t\",\"\"],[\"c\",8,\"t\",\"\"]");
        String half = "x".repeat((int) (Room.MAX_CHARACTERS / 2 - 10_000));
        apply(operation.formatted(6, half));
        apply(operation.formatted(6, half));

        apply(operation.formatted(7, half));

        assertThatThrownBy(() -> apply(operation.formatted(8, half)))
            .isInstanceOf(GuestMisbehaved.class)
            .hasMessageContaining("carries more than");
    }

    @Test
    void releasedNode_givesItsRoomBackAndLeavesTheTree() throws Exception {
        apply(LIST);
        String half = "x".repeat((int) (Room.MAX_CHARACTERS / 2 - 10_000));
        apply("[\"st\",3,\"%1$s\"],[\"st\",4,\"%1$s\"]".formatted(half));

        apply("[\"z\",3]");
        apply("[\"st\",5,\"%s\"]".formatted(half));

        assertThat(childrenOf(2)).containsExactly(4, 5);
    }

    @Test
    void treeThatIsTooDeep_isRefusedHoweverItIsBuilt() throws Exception {
        ViewTree deep = new ViewTree(2_000);
        StringBuilder bottomUp = new StringBuilder("[\"c\",1,\"e\",\"view\"]");
        for (int id = 2; id < 1_000; id++) {
            bottomUp.append(",[\"c\",%d,\"e\",\"view\"],[\"a\",%d,%d]".formatted(id, id, id - 1));
        }
        JsonNode ops = new ObjectMapper().readTree("[" + bottomUp + "]");

        assertThatThrownBy(() -> deep.apply(ops))
            .isInstanceOf(GuestMisbehaved.class)
            .hasMessageContaining("deep");
    }

    private void apply(String operations) throws Exception {
        JsonNode ops = new ObjectMapper().readTree("[" + operations + "]");
        tree.apply(ops);
    }

    private List<Integer> childrenOf(int id) {
        return tree.shown(id).orElseThrow().children().stream().map(ViewNode::id).toList();
    }
}
