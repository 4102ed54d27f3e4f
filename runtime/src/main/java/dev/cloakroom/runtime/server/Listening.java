package dev.cloakroom.runtime.server;

import dev.cloakroom.runtime.input.BadInput;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/** Where the HTTP API listens: on this machine alone, or anywhere with TLS. There is no third way. */
public sealed interface Listening {
    /** Where to bind. */
    InetSocketAddress address();

    /** The names that requests may use, in lower case; the first is the one to tell. */
    SequencedSet<String> names();

    /** Of the addresses: {@code http} or {@code https}. */
    String scheme();

    /** Whether programs may use their secrets: what goes over a network is signed. */
    boolean secretsAllowed();

    /** On 127.0.0.1, without TLS. */
    record OnLoopback(InetSocketAddress address) implements Listening {
        public OnLoopback {
            if (!InetAddress.ofLiteral(Loopback.ADDRESS).equals(address.getAddress())) {
                throw new BadInput(
                    "the address " + address.getHostString(),
                    "is served with TLS only: use `Listening.withTls` with a certificate, or listen on 127.0.0.1"
                );
            }
        }

        @Override
        public SequencedSet<String> names() {
            return new LinkedHashSet<>(List.of(Loopback.ADDRESS, "localhost"));
        }

        @Override
        public String scheme() {
            return "http";
        }

        @Override
        public boolean secretsAllowed() {
            return true;
        }
    }

    /**
     * With TLS.
     *
     * @param certificates PEM: the server's own certificate first, then those that signed it
     * @param key PEM: its private key, PKCS #8, without a password
     * @param names that back ends use, such as {@code api.example.com}
     */
    record WithTls(
        InetSocketAddress address,
        Path certificates,
        Path key,
        SequencedSet<String> names
    ) implements Listening {
        private static final Pattern NAME = Pattern.compile(
            "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"
        );

        public WithTls {
            names = lower(names);
            if (names.isEmpty() || !names.stream().allMatch(name -> NAME.matcher(name).matches())) {
                throw new BadInput("the names of the API", "must be one or more host names such as `api.example.com`");
            }
        }

        private static SequencedSet<String> lower(SequencedSet<String> names) {
            var lower = new LinkedHashSet<String>();
            names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
            return lower;
        }

        @Override
        public String scheme() {
            return "https";
        }

        @Override
        public boolean secretsAllowed() {
            return false;
        }
    }

    /** On 127.0.0.1; 0 for any free port. */
    static Listening onLoopback(int port) {
        return plain(InetAddress.ofLiteral(Loopback.ADDRESS), port);
    }

    /**
     * Without TLS.
     *
     * @throws BadInput when the address is not 127.0.0.1
     */
    static Listening plain(InetAddress address, int port) {
        return new OnLoopback(new InetSocketAddress(address, port));
    }

    /**
     * With TLS, on any address.
     *
     * @param certificates PEM file: the server's own certificate first, then those that signed it
     * @param key PEM file: its private key, PKCS #8, without a password
     * @param names that back ends use; the first is the one to tell
     */
    static Listening withTls(InetSocketAddress address, Path certificates, Path key, List<String> names) {
        return new WithTls(address, certificates, key, new LinkedHashSet<>(names));
    }
}
