/**
 * The broker. Packages, from the first to the last: {@code error}, {@code transaction}, {@code keys},
 * {@code identity}, {@code scope}, {@code request}, {@code audit}, {@code policy}, {@code consent}, {@code grant},
 * {@code token}, {@code vault}, {@code redeem}; each imports only those before it. {@code storage} implements the
 * stores that they declare, and this package puts all of them together.
 */
@NullMarked
package dev.cloakroom.host;

import org.jspecify.annotations.NullMarked;
