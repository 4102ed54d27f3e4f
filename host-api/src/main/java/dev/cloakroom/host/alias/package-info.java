/** Made-up values that stand for real ones in programs. */
@NullMarked
package dev.cloakroom.host.alias;

import org.jspecify.annotations.NullMarked;
