package dev.cloakroom.host.audit;

import dev.cloakroom.host.merkle.Hash;

/**
 * The root of a complete subtree of two or more entries.
 *
 * @param level the subtree has two to the power of it entries
 * @param position counts the complete subtrees of the level from the left, from 0
 */
public record LedgerNode(int level, long position, Hash hash) {}
