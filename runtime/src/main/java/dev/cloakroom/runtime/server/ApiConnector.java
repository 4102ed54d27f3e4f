package dev.cloakroom.runtime.server;

import io.javalin.config.JettyConfig;
import java.util.Optional;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;

/** How bytes come in: where, with which certificate, how slowly and by how many at once. */
final class ApiConnector implements AutoCloseable {

    private static final int HEADER_BYTES = 16 << 10;

    private final Listening listening;
    private final ApiLimits limits;
    private final Optional<TlsCertificate> certificate;

    ApiConnector(Listening listening, ApiLimits limits) {
        this.listening = listening;
        this.limits = limits;
        this.certificate =
            listening instanceof Listening.WithTls tls
                ? Optional.of(TlsCertificate.open(tls.certificates(), tls.key()))
                : Optional.empty();
    }

    void configure(JettyConfig jetty) {
        jetty.modifyHttpConfiguration(this::bound);
        jetty.addConnector(this::connector);
        jetty.modifyServer(server -> {
            server.setErrorHandler(new BareProblems());
            server.setHandler(new MinimumDataRateHandler(limits.bytesPerSecond(), 0));
        });
    }

    private void bound(HttpConfiguration http) {
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setIdleTimeout(limits.idle().toMillis());
        http.setSendServerVersion(false);
    }

    private Connector connector(Server server, HttpConfiguration http) {
        var connections = new HttpConnectionFactory(http);
        var connector = certificate
            .map(tls -> new ServerConnector(server, tls.factory(), connections))
            .orElseGet(() -> new ServerConnector(server, connections));
        connector.setHost(listening.address().getAddress().getHostAddress());
        connector.setPort(listening.address().getPort());
        connector.setIdleTimeout(limits.idle().toMillis());
        server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
        return connector;
    }

    @Override
    public void close() {
        certificate.ifPresent(TlsCertificate::close);
    }
}
