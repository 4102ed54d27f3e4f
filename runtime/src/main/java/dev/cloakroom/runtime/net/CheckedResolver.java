package dev.cloakroom.runtime.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Resolves the name of a connection once, and hands out its addresses only if all of them are public. The client
 * connects to what it gets here, so that a name cannot mean something else a moment later.
 */
final class CheckedResolver implements DnsResolver {

    private static final Logger LOG = LoggerFactory.getLogger(CheckedResolver.class);

    private final Names names;

    /** Where the addresses of a name come from. */
    @FunctionalInterface
    interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    CheckedResolver(Names names) {
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.addresses(host);
        for (InetAddress address : addresses) {
            if (!PublicAddresses.contain(address)) {
                LOG.warn("`{}` has an address that is not public: no program may reach it", host);
                throw new UnknownHostException("an address is not public");
            }
        }
        return addresses;
    }

    /** As given: nothing here needs another name of a host. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
