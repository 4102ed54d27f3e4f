/** What a storage engine offers the broker. */
@NullMarked
package dev.cloakroom.host.storage;

import org.jspecify.annotations.NullMarked;
