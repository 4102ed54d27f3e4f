package dev.cloakroom.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.runtime.input.BadInput;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewQueryTest {

    /** A node of a page that the test writes down. */
    record Node(
        int id,
        String tag,
        String text,
        Map<String, String> attributes,
        Set<String> classes,
        List<Node> children
    ) implements QueryNode {
        static Node of(int id, String tag, Node... children) {
            return new Node(id, tag, "", Map.of(), Set.of(), List.of(children));
        }

        static Node text(int id, String text) {
            return new Node(id, "", text, Map.of(), Set.of(), List.of());
        }

        Node with(String name, String value) {
            return new Node(id, tag, text, Map.of(name, value), classes, children);
        }

        Node in(String... names) {
            return new Node(id, tag, text, attributes, Set.of(names), children);
        }
    }

    private static final Node PAGE = Node.of(
        1,
        "page",
        Node.of(
            2,
            "view",
            Node.of(3, "image").with("id", "logo"),
            Node.of(4, "text", Node.text(5, "Noodles "), Node.text(6, "¥18"))
        ).in("dish", "hot"),
        Node.of(
            7,
            "view",
            Node.of(8, "input").with("data-tableId", "7"),
            Node.of(9, "view", Node.of(10, "button", Node.text(11, "Order")))
        ).in("dish")
    );

    private static List<Integer> select(String selector) {
        return ViewQuery.select(PAGE, selector, "order.json:1:2");
    }

    @Test
    void select_idClassTagAndCombinators_giveIdsInDocumentOrder() {
        assertThat(select("#logo")).containsExactly(3);
        assertThat(select(".dish")).containsExactly(2, 7);
        assertThat(select(".dish.hot > text")).containsExactly(4);
        assertThat(select("page view")).containsExactly(2, 7, 9);
        assertThat(select("button, image")).containsExactly(3, 10);
        assertThat(select(".dish:nth-child(2) button")).containsExactly(10);
        assertThat(select("button:contains(Order)")).containsExactly(10);
        assertThat(select("page")).containsExactly(1);
        assertThat(select("checkbox")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "view",
            "image",
            "input",
            "button",
            "text",
            "table",
            "form",
            "option",
            "title",
            "body",
            "navigator",
        }
    )
    void select_tagsThatHtmlTreatsSpecially_surviveWithTheirChildren(String tag) {
        Node tree = Node.of(1, "page", Node.of(2, tag, Node.of(3, tag, Node.of(4, "view"))));
        assertThat(ViewQuery.select(tree, tag + " > " + tag + " > view", "s")).containsExactly(4);
    }

    @Test
    void select_attributeInMixedCase_isFound() {
        assertThat(select("[data-tableId=7]")).containsExactly(8);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ">", "[", "view:nope", ".dish >" })
    void select_noSelector_isRefusedNamingIt(String selector) {
        assertThatThrownBy(() -> select(selector))
            .isInstanceOf(BadInput.class)
            .hasMessageStartingWith("order.json:1:2: `" + selector + "`");
    }

    @Test
    void visibleText_joinsPiecesOfATextAndSeparatesBoxes() {
        assertThat(ViewQuery.visibleText(PAGE)).isEqualTo("Noodles ¥18 Order");
        assertThat(ViewQuery.visibleText(PAGE.children().get(1))).isEqualTo("Order");
    }
}
