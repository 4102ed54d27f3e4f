package dev.cloakroom.runtime.check;

/** Hears how a check gets on. */
@FunctionalInterface
public interface CheckListener {
    /** A page is through. */
    void checked(String path, boolean clean);
}
