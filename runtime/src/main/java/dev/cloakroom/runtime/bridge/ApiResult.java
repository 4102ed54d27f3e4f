package dev.cloakroom.runtime.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.runtime.json.Json;

/** What a host call came to. The bridge adds WeChat's {@code errMsg}. */
public sealed interface ApiResult {
    /** It worked; {@code value} is what the program gets. */
    record Ok(ObjectNode value) implements ApiResult {}

    /**
     * It did not.
     *
     * @param reason what follows the API's name in {@code errMsg}: {@code fail user deny}; from a fixed list
     * @param errno WeChat's number for it
     */
    record Fail(String reason, int errno) implements ApiResult {}

    /** This host does not do it: never to be taken for a success. */
    static ApiResult notSupported() {
        return new Fail("fail not supported", 3);
    }

    /** It worked, and there is nothing to say. */
    static ApiResult ok() {
        return new Ok(Json.object());
    }
}
