package dev.cloakroom.runtime.check;

import dev.cloakroom.runtime.view.Page;
import dev.cloakroom.runtime.view.ViewNode;
import dev.cloakroom.runtime.view.ViewQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What can be done on a page, read from the host's own copy of it.
 *
 * @param found in the order of the page; of those of one kind, the first two
 * @param alike how many were left out because two of their kind are there
 * @param out events that a built-in component is listened to for and that nothing here brings about, with how often
 */
record Handlers(List<Handler> found, int alike, Map<String, Integer> out) {
    static final Handlers NONE = new Handlers(List.of(), 0, Map.of());

    private static final int OF_A_KIND = 2;
    private static final int LABEL_TEXT = 20;

    static Handlers of(Page page) {
        var search = new Search(page.id());
        page.tree()
            .root()
            .ifPresent(root -> search.walk(root, "", ""));
        return new Handlers(List.copyOf(search.found), search.alike, search.out);
    }

    private static final class Search {

        private final int page;
        private final List<Handler> found = new ArrayList<>();
        private final Map<String, Integer> kinds = new LinkedHashMap<>();
        private final Map<String, Integer> out = new TreeMap<>();
        private int alike;

        Search(int page) {
            this.page = page;
        }

        void walk(ViewNode node, String place, String kind) {
            acts(node).forEach(act -> add(new Handler(place, kind, page, node.id(), act, label(node))));
            int at = 0;
            for (ViewNode child : node.children()) {
                String step = "/" + child.tag() + String.join("", dotted(child));
                walk(child, place + step + "[" + at++ + "]", kind + step);
            }
        }

        private Set<Act> acts(ViewNode node) {
            Set<Act> acts = new LinkedHashSet<>();
            if (Act.actsByItself(node)) {
                acts.add(Act.TAP);
            }
            for (String event : new TreeSet<>(node.events())) {
                Act.of(node, event).ifPresentOrElse(acts::add, () -> leaveOut(node, event));
            }
            return acts;
        }

        // a custom component's events are the component's to trigger
        private void leaveOut(ViewNode node, String event) {
            if (Components.isSupported(node.tag())) {
                out.merge(event, 1, Integer::sum);
            }
        }

        private void add(Handler handler) {
            if (kinds.merge(handler.kind() + " " + handler.act(), 1, Integer::sum) <= OF_A_KIND) {
                found.add(handler);
            } else {
                alike++;
            }
        }
    }

    private static List<String> dotted(ViewNode node) {
        return new TreeSet<>(node.classes())
            .stream()
            .map(name -> "." + name)
            .toList();
    }

    private static String label(ViewNode node) {
        String id = node.attribute("id");
        String text = ViewQuery.visibleText(node);
        String shown = text.length() > LABEL_TEXT ? text.substring(0, LABEL_TEXT) + "…" : text;
        String element = node.tag() + (id == null ? "" : "#" + id) + String.join("", dotted(node));
        return shown.isEmpty() ? element : element + " \"" + shown + "\"";
    }
}
