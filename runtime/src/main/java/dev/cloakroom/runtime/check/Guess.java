package dev.cloakroom.runtime.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cloakroom.runtime.json.Json;
import java.util.Map;
import java.util.regex.Pattern;

/** A plausible value for a member of a reply, by its name and by what the sources do with such a name. */
final class Guess {

    private static final int ENTRIES = 2;
    private static final Pattern PICTURE = Pattern.compile(
        ".*(url|pic|picture|img|image|avatar|icon|logo|banner|cover|photo|poster|thumb|src)",
        Pattern.CASE_INSENSITIVE
    );
    private static final Pattern NUMBER = Pattern.compile(
        "(.*[_a-z])?(id|num|number|count|price|amount|total|qty|quantity|size|index|sum|fee|money|score|stock|sales|" +
            "page|pages|limit|sort|level|type|status|state|rate|width|height|lat|lng|latitude|longitude|duration|errno|code)",
        Pattern.CASE_INSENSITIVE
    );
    private static final Pattern DATE = Pattern.compile("(.*_)?(time|date|day)|.*(Time|Date|At)");
    private static final Pattern FLAG = Pattern.compile(
        "(is|has|can|need|show|enable)[A-Z_].*|success|enabled|checked"
    );
    private static final Pattern LIST = Pattern.compile(
        "(.*_)?(list|items|rows|records|array)|.*(List|Items|Rows|Records|Array)",
        Pattern.CASE_INSENSITIVE
    );
    private static final Pattern TEXT = Pattern.compile(
        ".*(name|title|desc|description|content|text|msg|message|mobile|phone|address|token|key|sn|html|intro|label)",
        Pattern.CASE_INSENSITIVE
    );
    private static final Pattern OBJECT = Pattern.compile("data|info|detail|result|user|.*(Info|Detail|Data|Map)");

    private final Hints hints;
    private final Map<String, JsonNode> markers;

    Guess(Hints hints) {
        this.hints = hints;
        this.markers = hints.markers();
    }

    /** What a reply is before anything of it was read. */
    JsonNode root() {
        return Json.object().setAll(markers);
    }

    /** A list of two entries of which nothing is known yet. */
    static ArrayNode list() {
        ArrayNode list = Json.array();
        for (int i = 0; i < ENTRIES; i++) {
            list.addObject();
        }
        return list;
    }

    /**
     * A value.
     *
     * @param entry in which entry of a list, so that entries differ
     */
    JsonNode value(String name, int entry) {
        if (markers.containsKey(name)) {
            return markers.get(name);
        }
        if (hints.list(name) || LIST.matcher(name).matches()) {
            return list();
        }
        return OBJECT.matcher(name).matches() ? Json.object() : plain(name, entry);
    }

    private JsonNode plain(String name, int entry) {
        if (PICTURE.matcher(name).matches()) {
            return Json.tree("https://mock.example/" + name + ".png");
        }
        if (DATE.matcher(name).matches()) {
            return Json.tree("2026-01-01 12:00:00");
        }
        if (FLAG.matcher(name).matches()) {
            return Json.tree(true);
        }
        if (NUMBER.matcher(name).matches()) {
            return Json.tree(entry + 1);
        }
        boolean text = TEXT.matcher(name).matches() || !hints.owner(name);
        return text ? Json.tree(name + " " + (entry + 1)) : Json.object();
    }
}
