package dev.cloakroom.runtime.view;

import dev.cloakroom.runtime.input.BadInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Selector;

/** Finds elements of a page by CSS selectors, as jsoup understands them. */
public final class ViewQuery {

    private ViewQuery() {}

    /**
     * The elements below {@code root} that match, in the order of the page.
     *
     * @throws BadInput when {@code selector} is none
     */
    public static List<ViewNode> select(ViewNode root, String selector) {
        Map<Element, ViewNode> origins = new HashMap<>();
        Document document = new Document("");
        // the XML parser's rules: HTML's would make an `img` of an `image`
        document.parser(Parser.xmlParser());
        append(root, document, origins);
        try {
            return document.select(selector).stream().filter(origins::containsKey).map(origins::get).toList();
        } catch (Selector.SelectorParseException e) {
            throw new BadInput("selector `" + selector + "`", "is no CSS selector: " + e.getMessage());
        }
    }

    /** The text that a person reads in the element and below it. */
    public static String visibleText(ViewNode node) {
        List<String> texts = new ArrayList<>();
        collect(node, texts);
        return String.join(" ", texts).replaceAll("\\s+", " ").strip();
    }

    private static void append(ViewNode node, Element parent, Map<Element, ViewNode> origins) {
        if (node.type == ViewNode.Type.TEXT) {
            parent.appendChild(new TextNode(node.text()));
            return;
        }
        Element element = new Element(node.tag());
        node.attributes().forEach((name, value) -> element.attr(name, value));
        element.classNames(node.classes());
        origins.put(element, node);
        parent.appendChild(element);
        node.children().forEach(child -> append(child, element, origins));
    }

    private static void collect(ViewNode node, List<String> texts) {
        if (node.type == ViewNode.Type.TEXT) {
            texts.add(node.text());
        }
        String value = node.tag().equals("input") || node.tag().equals("textarea") ? node.attribute("value") : null;
        if (value != null) {
            texts.add(value);
        }
        node.children().forEach(child -> collect(child, texts));
    }
}
