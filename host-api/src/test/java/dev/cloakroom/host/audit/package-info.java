@NullMarked
package dev.cloakroom.host.audit;

import org.jspecify.annotations.NullMarked;
