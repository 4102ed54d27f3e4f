package dev.cloakroom.runtime.drive;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a step waits for or insists on. All that is given must hold at once.
 *
 * @param selector an element on the visible page that it matches
 * @param text a text that the user can see, in the matched elements or on the whole screen
 * @param page the visible page's path
 * @param absent nothing matches selector and text
 * @param count how many elements match selector and text
 * @param sms how many messages the SMS gateway got
 * @param prompts how many consent prompts the user saw
 */
public record Expectation(
    Optional<String> selector,
    Optional<String> text,
    Optional<String> page,
    boolean absent,
    OptionalInt count,
    OptionalInt sms,
    OptionalInt prompts
) {}
