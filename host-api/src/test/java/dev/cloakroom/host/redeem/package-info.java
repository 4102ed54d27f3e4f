@NullMarked
package dev.cloakroom.host.redeem;

import org.jspecify.annotations.NullMarked;
