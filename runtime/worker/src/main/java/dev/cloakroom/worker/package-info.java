/**
 * The confined process that runs one program for its users.
 *
 * <p>{@link dev.cloakroom.worker.WorkerMain} → {@code Worker} reads frames → {@code Session}, one a user → {@code
 * EventLoop}, its thread → {@code GuestContext}, its JavaScript → {@code HostChannel}, the way back.
 */
@NullMarked
package dev.cloakroom.worker;

import org.jspecify.annotations.NullMarked;
