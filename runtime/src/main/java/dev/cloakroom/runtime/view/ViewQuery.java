package dev.cloakroom.runtime.view;

import dev.cloakroom.runtime.input.BadInput;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * CSS selectors on a tree of {@link QueryNode}. The tree is copied into a jsoup document of plain
 * elements, as rules of HTML would rename {@code image} and move what stands in {@code text}.
 */
public final class ViewQuery {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Tags that stand in a line of text; the empty one is a text itself. */
    private static final Set<String> INLINE = Set.of("", "text", "span");

    private ViewQuery() {}

    /**
     * The ids of the elements that match, in document order; {@code root} itself may be one.
     *
     * @param where how an error message calls the place of the selector, such as {@code order.json:14:5}
     * @throws BadInput when {@code selector} is none; the message names it
     */
    public static List<Integer> select(QueryNode root, String selector, String where) {
        Evaluator evaluator = parsed(selector, where);
        return document(root)
            .select(evaluator)
            .stream()
            .filter(NodeElement.class::isInstance)
            .map(found -> ((NodeElement) found).node)
            .toList();
    }

    /**
     * Refuses what is no selector.
     *
     * @throws BadInput as {@link #select} does
     */
    public static void check(String selector, String where) {
        parsed(selector, where);
    }

    /** The text of {@code node} and all under it, with runs of white space as one space. */
    public static String visibleText(QueryNode node) {
        StringBuilder out = new StringBuilder();
        collect(node, out);
        return SPACE.matcher(out).replaceAll(" ").strip();
    }

    /** Pieces of one text may be nodes of their own, so only boxes separate words. */
    private static void collect(QueryNode node, StringBuilder out) {
        String gap = INLINE.contains(node.tag()) ? "" : " ";
        out.append(gap).append(node.text());
        node.children().forEach(child -> collect(child, out));
        out.append(gap);
    }

    private static Evaluator parsed(String selector, String where) {
        try {
            return Selector.evaluatorOf(selector);
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            throw new BadInput(where, "`" + selector + "` is not a CSS selector: " + e.getMessage());
        }
    }

    private static Document document(QueryNode root) {
        Document document = new Document("");
        document.parser(Parser.xmlParser());
        append(document, root);
        return document;
    }

    private static void append(Element parent, QueryNode node) {
        if (node.tag().isEmpty()) {
            parent.appendChild(new TextNode(node.text()));
            return;
        }
        NodeElement element = new NodeElement(node);
        parent.appendChild(element);
        node.children().forEach(child -> append(element, child));
    }

    /** An element that knows which node it stands for. jsoup looks attributes up in lower case only. */
    private static final class NodeElement extends Element {

        private final int node;

        NodeElement(QueryNode source) {
            super(new Tag(source.tag(), Parser.NamespaceXml), "");
            node = source.id();
            source.attributes().forEach((name, value) -> attr(name.toLowerCase(Locale.ROOT), value));
            if (!source.classes().isEmpty()) {
                attr("class", String.join(" ", source.classes()));
            }
        }
    }
}
