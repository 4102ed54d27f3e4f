package dev.cloakroom.runtime.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.program.MiniProgram;
import dev.cloakroom.runtime.view.Page;
import dev.cloakroom.runtime.view.ViewNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which of WeChat's built-in components are on a page and not in this host: an element of another name is a plain box in both. */
final class Components {

    /** The list that {@code wx.canIUse} answers from too: {@code components.json} of the guest library. */
    private static final JsonNode LIST = read();

    private static final Set<String> SUPPORTED = names("supported");
    private static final Set<String> UNSUPPORTED = names("unsupported");

    private final Set<String> own;

    /** The components of a program: what any of its configurations declares. */
    Components(MiniProgram program) {
        this.own = new HashSet<>();
        program.json().values().forEach(this::declare);
    }

    private void declare(JsonNode configuration) {
        configuration.path("usingComponents").fieldNames().forEachRemaining(own::add);
        configuration.path("componentGenerics").fieldNames().forEachRemaining(own::add);
    }

    static boolean isSupported(String tag) {
        return SUPPORTED.contains(tag);
    }

    /** The components on a page that are not there, with how often. */
    Map<String, Integer> unsupported(Page page) {
        Map<String, Integer> found = new TreeMap<>();
        page.tree()
            .root()
            .ifPresent(root -> count(root, found));
        return found;
    }

    private void count(ViewNode node, Map<String, Integer> found) {
        if (UNSUPPORTED.contains(node.tag()) && !own.contains(node.tag())) {
            found.merge(node.tag(), 1, Integer::sum);
        }
        node.children().forEach(child -> count(child, found));
    }

    private static JsonNode read() {
        try (InputStream in = Components.class.getResourceAsStream("/dev/cloakroom/guest/components.json")) {
            if (in == null) {
                throw new IllegalStateException("the build left out components.json");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Json.value(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(String list) {
        Set<String> names = new HashSet<>();
        LIST.path(list).forEach(name -> names.add(name.asText()));
        return Set.copyOf(names);
    }
}
