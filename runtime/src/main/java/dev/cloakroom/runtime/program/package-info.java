/** A program as its developer wrote it, read as hostile input, and what it stores for each user. */
@NullMarked
package dev.cloakroom.runtime.program;

import org.jspecify.annotations.NullMarked;
