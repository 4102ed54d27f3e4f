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
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which tags of a page the simulator does not paint: neither a built-in component that it has, nor the program's own. */
final class Components {

    /** The list that {@code wx.canIUse} answers from too: {@code components.json} of the guest library. */
    private static final Set<String> SUPPORTED = read();

    /** What the guest library puts around a page. */
    private static final Set<String> FRAME = Set.of("", "page", "page-root", "wx-page", "cover-view");

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

    /** The tags on a page that nothing paints, with how often they stand there. */
    Map<String, Integer> unsupported(Page page) {
        Map<String, Integer> found = new TreeMap<>();
        page.tree()
            .root()
            .ifPresent(root -> count(root, found));
        return found;
    }

    private void count(ViewNode node, Map<String, Integer> found) {
        if (!SUPPORTED.contains(node.tag()) && !FRAME.contains(node.tag()) && !own.contains(node.tag())) {
            found.merge(node.tag(), 1, Integer::sum);
        }
        node.children().forEach(child -> count(child, found));
    }

    private static Set<String> read() {
        try (InputStream in = Components.class.getResourceAsStream("/dev/cloakroom/guest/components.json")) {
            if (in == null) {
                throw new IllegalStateException("the build left out components.json");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Set.copyOf(names(Json.value(text).path("supported")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Collection<String> names(JsonNode list) {
        Set<String> names = new HashSet<>();
        list.forEach(name -> names.add(name.asText()));
        return names;
    }
}
