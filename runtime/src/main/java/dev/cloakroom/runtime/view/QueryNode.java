package dev.cloakroom.runtime.view;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A node of a page, as selectors see it. */
public interface QueryNode {
    int id();

    /** The name of the tag, as in WXML; empty for a text. */
    String tag();

    /** The text of a text node; empty for others. */
    String text();

    /** Attributes by name, the attribute {@code id} included; {@code class} is in {@link #classes}. */
    Map<String, String> attributes();

    Set<String> classes();

    List<? extends QueryNode> children();
}
