@NullMarked
package dev.cloakroom.host.policy;

import org.jspecify.annotations.NullMarked;
