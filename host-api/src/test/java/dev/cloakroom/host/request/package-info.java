@NullMarked
package dev.cloakroom.host.request;

import org.jspecify.annotations.NullMarked;
