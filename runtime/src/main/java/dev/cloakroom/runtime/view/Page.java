package dev.cloakroom.runtime.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One page on a session's stack.
 *
 * @param id the worker's number for it
 * @param path its path in the package, without suffix
 * @param query the parameters that it was opened with
 * @param window its window configuration, from {@code app.json} and its own file
 * @param tree what it shows
 */
public record Page(int id, String path, ObjectNode query, JsonNode window, ViewTree tree) {}
