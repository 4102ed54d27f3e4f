package dev.cloakroom.runtime.net;

import dev.cloakroom.host.identity.ProgramId;
import java.util.Set;
import java.util.stream.Collectors;

/** What programs reach, and how. */
public record Network(Egress egress, AllowedOrigins origins) {
    /** No network at all. */
    public static final Network NONE = new Network(Network::nowhere, AllowedOrigins.NONE);

    /** Those of the declared origins that the host app allows. */
    public Set<String> allowed(ProgramId program, Set<String> declared) {
        return declared
            .stream()
            .filter(origin -> origins.allows(program, origin))
            .collect(Collectors.toUnmodifiableSet());
    }

    private static HttpAnswer nowhere(HttpAsk ask) throws EgressFailed {
        throw new EgressFailed(EgressFailed.Reason.UNREACHABLE);
    }
}
