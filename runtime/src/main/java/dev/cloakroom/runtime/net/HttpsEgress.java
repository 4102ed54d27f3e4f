package dev.cloakroom.runtime.net;

import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * The way to the internet for a host app: {@code https} to public addresses only, checked as each connection is made.
 * An exchange has {@link HttpAsk#timeout} for all of it, name look-up and redirects included. At most 10 MB go each
 * way, unpacked, and 200 exchanges are under way at once; further ones wait within their time.
 */
public final class HttpsEgress implements Egress, AutoCloseable {

    private static final int AT_ONCE = 200;

    private final TlsHop hop;
    private final Egress redirects;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
        Thread.ofVirtual().name("egress-", 0).factory()
    );

    /** Goes by the system's names and by the JDK's trusted certificates. */
    public HttpsEgress() {
        this(new CheckedResolver(InetAddress::getAllByName), trusted());
    }

    HttpsEgress(DnsResolver resolver, SSLContext trust) {
        this.hop = new TlsHop(resolver, trust);
        this.redirects = new Redirects(hop);
    }

    private static SSLContext trusted() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no TLS", e);
        }
    }

    @Override
    public HttpAnswer send(HttpAsk ask) throws EgressFailed {
        // a thread of its own: interrupting it closes its socket, however slowly the other side talks
        Future<HttpAnswer> answer = threads.submit(() -> inPlace(ask));
        try {
            return answer.get(ask.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new EgressFailed(EgressFailed.Reason.TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EgressFailed(EgressFailed.Reason.UNREACHABLE);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private HttpAnswer inPlace(HttpAsk ask) throws EgressFailed, InterruptedException {
        places.acquire();
        try {
            return redirects.send(ask);
        } finally {
            places.release();
        }
    }

    private static EgressFailed failure(@Nullable Throwable cause) {
        if (cause instanceof EgressFailed failed) {
            return failed;
        }
        throw new IllegalStateException("an exchange broke", cause);
    }

    /** Ends all exchanges. */
    @Override
    public void close() {
        threads.shutdownNow();
        hop.close();
    }
}
