/**
 * Shows that nobody outside the host saw a personal value: plants values, then searches everything that
 * a third party could see for them, in every encoding of {@link Encodings}.
 */
@NullMarked
package dev.cloakroom.runtime.leak;

import org.jspecify.annotations.NullMarked;
