package dev.cloakroom.runtime.net;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows redirects as a browser's fetch does (https://fetch.spec.whatwg.org/#http-redirect-fetch), at most five, and
 * to allowed origins only. Each hop is a request of its own, with all its checks.
 */
final class Redirects implements Egress {

    private static final int MOST = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Egress hop;

    /** @param hop sends one request and follows nothing */
    Redirects(Egress hop) {
        this.hop = hop;
    }

    @Override
    public HttpAnswer send(HttpAsk ask) throws EgressFailed {
        HttpAsk next = ask;
        for (int hops = 0; hops <= MOST; hops++) {
            HttpAnswer answer = hop.send(next);
            Optional<String> location = location(answer);
            if (location.isEmpty()) {
                return answer;
            }
            next = redirected(next, answer.status(), target(next, location.get()));
        }
        throw new EgressFailed(EgressFailed.Reason.TOO_MANY_REDIRECTS);
    }

    private static Optional<String> location(HttpAnswer answer) {
        return REDIRECTS.contains(answer.status())
            ? Optional.ofNullable(answer.headers().get("location"))
            : Optional.empty();
    }

    private static URI target(HttpAsk from, String location) throws EgressFailed {
        try {
            URI target = from.url().resolve(location);
            boolean downgrade = from.url().getScheme().equals("https") && !"https".equals(target.getScheme());
            if (!downgrade && from.origins().contains(target.getScheme() + "://" + target.getRawAuthority())) {
                return target;
            }
        } catch (IllegalArgumentException e) {
            // a location that is no address leads nowhere, as one that is not allowed
        }
        throw new EgressFailed(EgressFailed.Reason.REDIRECTED);
    }

    private static HttpAsk redirected(HttpAsk from, int status, URI target) {
        boolean asGet = becomesGet(from.method(), status);
        Map<String, String> headers = new HashMap<>(from.headers());
        if (asGet) {
            headers.keySet().removeIf(name -> name.startsWith("content-"));
        }
        var next = new HttpAsk(
            asGet ? "GET" : from.method(),
            target,
            headers,
            asGet ? Body.EMPTY : from.content(),
            from.timeout(),
            from.origins()
        );
        return next.origin().equals(from.origin()) ? next : withoutAuthorization(next);
    }

    private static boolean becomesGet(String method, int status) {
        return status == 303 ? !method.equals("HEAD") : status <= 302 && method.equals("POST");
    }

    private static HttpAsk withoutAuthorization(HttpAsk ask) {
        Map<String, String> headers = new HashMap<>(ask.headers());
        headers.remove("authorization");
        return new HttpAsk(ask.method(), ask.url(), headers, ask.content(), ask.timeout(), ask.origins());
    }
}
