/**
 * Compile mode: the worker turns the sources of a package into what a program worker loads. Sources are
 * hostile; they are parsed here and never run.
 */
@NullMarked
package dev.cloakroom.worker.compile;

import org.jspecify.annotations.NullMarked;
