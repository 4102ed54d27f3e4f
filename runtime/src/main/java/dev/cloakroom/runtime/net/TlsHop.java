package dev.cloakroom.runtime.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * One request over TLS and its answer: no redirect, cookie, proxy, credential or second try, and nothing in it that
 * differs from user to user but what the program put there.
 */
final class TlsHop implements Egress, AutoCloseable {

    /** The most bytes of an answer, unpacked. */
    static final int MOST_RECEIVED = 10 << 20;

    /** The most bytes of a request's body. */
    static final int MOST_SENT = 10 << 20;

    private static final String USER_AGENT = "Cloakroom";
    private static final int CONNECTIONS = 200;
    private static final int CONNECTIONS_TO_ONE = 50;
    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    private static final Timeout SILENCE = Timeout.ofSeconds(60);

    private final CloseableHttpClient client;

    /**
     * @param resolver is asked once for each connection
     * @param trust whose certificates count
     */
    TlsHop(DnsResolver resolver, SSLContext trust) {
        this.client = HttpClients.custom()
            .setConnectionManager(connections(resolver, trust))
            .setDefaultRequestConfig(RequestConfig.custom().setConnectionRequestTimeout(CONNECT).build())
            .setUserAgent(USER_AGENT)
            .disableAuthCaching()
            .disableAutomaticRetries()
            .disableConnectionState()
            .disableCookieManagement()
            .disableRedirectHandling()
            .build();
    }

    private static PoolingHttpClientConnectionManager connections(DnsResolver resolver, SSLContext trust) {
        return PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(resolver)
            .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
            .setMaxConnTotal(CONNECTIONS)
            .setMaxConnPerRoute(CONNECTIONS_TO_ONE)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(CONNECT)
                    .setSocketTimeout(SILENCE)
                    .setTimeToLive(TimeValue.ofMinutes(1))
                    .build()
            )
            .build();
    }

    @Override
    public HttpAnswer send(HttpAsk ask) throws EgressFailed {
        if (!"https".equals(ask.url().getScheme()) || ask.url().getHost() == null) {
            throw new EgressFailed(EgressFailed.Reason.UNREACHABLE);
        }
        if (ask.content().size() > MOST_SENT) {
            throw new EgressFailed(EgressFailed.Reason.ASK_TOO_LONG);
        }
        HttpUriRequestBase request = request(ask);
        try (ClassicHttpResponse response = client.executeOpen(HttpHost.create(ask.url()), request, null)) {
            return new HttpAnswer(response.getCode(), headers(response), content(response, request));
        } catch (SocketTimeoutException e) {
            throw new EgressFailed(EgressFailed.Reason.TIMEOUT);
        } catch (IOException | IllegalArgumentException e) {
            throw new EgressFailed(EgressFailed.Reason.UNREACHABLE);
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    private static HttpUriRequestBase request(HttpAsk ask) {
        var request = new HttpUriRequestBase(ask.method(), ask.url());
        ask.headers().forEach(request::setHeader);
        if (!ask.content().isEmpty()) {
            request.setEntity(new ByteArrayEntity(ask.content().bytes(), null));
        }
        return request;
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : response.getHeaders()) {
            headers.merge(header.getName().toLowerCase(Locale.ROOT), header.getValue(), (a, b) -> a + ", " + b);
        }
        return headers;
    }

    private static Body content(ClassicHttpResponse response, HttpUriRequestBase request)
        throws IOException, EgressFailed {
        HttpEntity entity = response.getEntity();
        return entity == null ? Body.EMPTY : content(entity.getContent(), request);
    }

    private static Body content(InputStream stream, HttpUriRequestBase request) throws IOException, EgressFailed {
        byte[] bytes = stream.readNBytes(MOST_RECEIVED + 1);
        if (bytes.length > MOST_RECEIVED) {
            // closing the stream would read the rest of it
            request.cancel();
            throw new EgressFailed(EgressFailed.Reason.TOO_LONG);
        }
        return Body.of(bytes);
    }
}
