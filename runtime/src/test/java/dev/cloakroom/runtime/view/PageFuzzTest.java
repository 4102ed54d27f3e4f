package dev.cloakroom.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cloakroom.runtime.fuzz.Mutations;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Page operations: whatever came in, the tree can be shown to somebody who comes later. */
class PageFuzzTest {

    private static final int NODES = 100;

    @Tag("fuzz")
    @FuzzTest(maxDuration = "30m")
    void operations_areAppliedOrRefused(byte[] input) throws GuestMisbehaved {
        var tree = new ViewTree(NODES);
        try {
            var frame = Json.parseObject("{\"ops\": [" + new String(input, StandardCharsets.UTF_8) + "]}");
            if (frame.isPresent()) {
                tree.apply(frame.get().path("ops"));
            }
        } catch (GuestMisbehaved refused) {
            // the worker is killed; what it built until then must still be a tree
        }
        assertCanBeBuiltAgain(tree);
    }

    @Test
    void operations_thatWereChanged_areAppliedOrRefused() throws Exception {
        Mutations.run(
            this::operations_areAppliedOrRefused,
            20_000,
            """
            ["c",1,"root","page"],["c",2,"e","view"],["a",1,2],["c",3,"t","hi"],["a",2,3],["T",3,"ho"],["z",3]""",
            """
            ["c",1,"root","page"],["c",2,"f",""],["c",3,"e","view"],["a",2,3],["a",1,2],["c",4,"e","b"],["b",1,4,3],["r",1,3]""",
            """
            ["c",1,"root","page"],["c",2,"e","view"],["c",3,"e","view"],["a",1,2],["sb",1,2,1,3],["sr",1,3,1],["x",1,2,3]""",
            """
            ["c",1,"root","page"],["A",1,"id","x"],["D",1,"id"],["d",1,"k",{"v":1}],["st",1,"a:b"],["+",1,"c",0],["-",1,"c",0],["cc",1]""",
            """
            ["css","a",1,".x{}"],["c",1,"root","page"],["ss",1,1,2,3],["l",1,"tap",1],["m",1,"value",true]"""
        );
    }

    private static void assertCanBeBuiltAgain(ViewTree tree) throws GuestMisbehaved {
        ArrayNode snapshot = tree.snapshot();
        var copy = new ViewTree(NODES);
        copy.apply(snapshot);
        assertThat(copy.snapshot()).isEqualTo(snapshot);
    }
}
