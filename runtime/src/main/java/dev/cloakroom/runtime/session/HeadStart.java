package dev.cloakroom.runtime.session;

/**
 * What a host does for a program before anybody waits for it.
 *
 * @param program the digest of its package
 * @param renders what pages show before their program runs
 * @param popularity how much the program is used
 * @param background where to do it
 * @param eager whether to learn what pages show without being asked
 */
public record HeadStart(
    String program,
    InitialRenderCache renders,
    Popularity popularity,
    Background background,
    boolean eager
) {}
