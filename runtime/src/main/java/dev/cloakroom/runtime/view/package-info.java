/** What a program shows: the host's own copy of its pages, and the way to them. */
@NullMarked
package dev.cloakroom.runtime.view;

import org.jspecify.annotations.NullMarked;
