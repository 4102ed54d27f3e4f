package dev.cloakroom.runtime.server;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.runtime.sandbox.Rate;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.LongSupplier;

/** How often programs may call, and how often an address may fail to be one. */
final class ApiRates {

    private static final int NETWORK_BYTES = 8;

    private final Rates<String> failures;
    private final Rates<ProgramId> calls;

    ApiRates(ApiLimits limits, LongSupplier nanoTime) {
        failures = new Rates<>(() -> new Rate(limits.failuresPerSecond(), limits.failuresAtOnce(), nanoTime));
        calls = new Rates<>(() -> new Rate(limits.callsPerSecond(), limits.callsAtOnce(), nanoTime));
    }

    /** Whether to look at credentials from there at all. */
    boolean admits(String address) {
        return failures.of(network(address)).has(1);
    }

    void failed(String address) {
        var _ = failures.of(network(address)).allows(1);
    }

    /** Counts a call. */
    boolean allows(ProgramId program) {
        return calls.of(program).allows(1);
    }

    /** An IPv4 address, or the part of an IPv6 address that one subscriber has. */
    private static String network(String address) {
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
    }
}
