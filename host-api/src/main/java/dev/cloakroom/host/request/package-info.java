/** What a program asks for. */
@NullMarked
package dev.cloakroom.host.request;

import org.jspecify.annotations.NullMarked;
