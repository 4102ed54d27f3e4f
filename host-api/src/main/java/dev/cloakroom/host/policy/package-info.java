/** Which requests are denied, asked or permitted; rules are data. */
@NullMarked
package dev.cloakroom.host.policy;

import org.jspecify.annotations.NullMarked;
