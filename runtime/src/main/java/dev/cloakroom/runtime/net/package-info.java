/** The only way from a program to the network. */
@NullMarked
package dev.cloakroom.runtime.net;

import org.jspecify.annotations.NullMarked;
