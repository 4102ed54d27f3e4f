package dev.cloakroom.runtime.bridge.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.Disclosure;
import dev.cloakroom.host.scope.Derivation;
import dev.cloakroom.runtime.json.Json;

/** Coarse answers as the broker tells them, as JSON. */
final class Told {

    private Told() {}

    static JsonNode answer(Disclosure.Granted granted, Derivation derivation) {
        return Json.value(requireNonNull(granted.answers().get(derivation)));
    }

    static ObjectNode object(Disclosure.Granted granted, Derivation derivation) {
        return (ObjectNode) answer(granted, derivation);
    }
}
