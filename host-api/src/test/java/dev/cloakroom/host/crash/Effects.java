package dev.cloakroom.host.crash;

/** Where messages go: outside of the host, before the action returns. */
@FunctionalInterface
interface Effects {
    void happened(String redemption, String phone);
}
