/**
 * What the Linux kernel refuses to a worker, in two layers.
 *
 * <p>{@link dev.cloakroom.worker.confine.Enter} → {@code Landlock}, {@code DenyList} → the worker's JVM → its
 * warm-up → {@code Confinement} → {@code AllowList} → {@code Walls}, the word to the host. Calls go through {@code
 * Kernel}; {@code Syscall} is the table of their numbers, {@code Filter} the assembler.
 */
@NullMarked
package dev.cloakroom.worker.confine;

import org.jspecify.annotations.NullMarked;
