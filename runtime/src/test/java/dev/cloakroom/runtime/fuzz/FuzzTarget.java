package dev.cloakroom.runtime.fuzz;

/** A reader of hostile bytes. */
@FunctionalInterface
public interface FuzzTarget {
    /** Takes any bytes: refusing them is right, breaking on them is not. */
    void take(byte[] input) throws Exception;
}
