@NullMarked
package dev.cloakroom.host.redeem.action;

import org.jspecify.annotations.NullMarked;
