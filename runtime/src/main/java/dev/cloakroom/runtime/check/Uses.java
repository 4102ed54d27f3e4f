package dev.cloakroom.runtime.check;

import java.util.Set;

/** What a method says of the value that it is called on. */
final class Uses {

    private static final Set<String> TEXT = Set.of(
        "split",
        "substr",
        "substring",
        "replace",
        "trim",
        "toUpperCase",
        "toLowerCase",
        "charAt",
        "charCodeAt",
        "match",
        "startsWith",
        "endsWith",
        "padStart",
        "localeCompare"
    );

    private static final Set<String> NUMBER = Set.of("toFixed", "toPrecision");

    private Uses() {}

    static boolean ofText(String method) {
        return TEXT.contains(method);
    }

    static boolean ofNumber(String method) {
        return NUMBER.contains(method);
    }
}
