/** What a program does wrong: opens every page, does what a user can do there, and tells what came of it. */
@NullMarked
package dev.cloakroom.runtime.check;

import org.jspecify.annotations.NullMarked;
