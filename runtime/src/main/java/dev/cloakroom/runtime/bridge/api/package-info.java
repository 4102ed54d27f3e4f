/** One class per wx API. */
@NullMarked
package dev.cloakroom.runtime.bridge.api;

import org.jspecify.annotations.NullMarked;
