package cadran.server.http;

import io.javalin.config.JettyConfig;
import java.util.UUID;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Jetty as we want it: one connector, plain or TLS, no version in the answers, and a stop that waits. */
final class Connectors {
    private static final int MAX_HEADER_BYTES = 16 << 10;

    private Connectors() {}

    static void configure(JettyConfig jetty, HttpSettings settings) {
        jetty.modifyServer(server -> {
            server.setErrorHandler(new JettyProblems());
            // Both are needed: without the handler a stop cuts requests in flight, without the time it waits for none.
            server.setStopTimeout(settings.stopTime().toMillis());
            server.insertHandler(new GracefulHandler());
        });
        jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(MAX_HEADER_BYTES);
            // Jetty keeps the headers of a connection, and finds them again without regard to case: a token that
            // differs
            // from the last one in nothing else would be taken for it.
            http.setHeaderCacheCaseSensitive(true);
        });
        jetty.addConnector((server, http) -> connector(server, http, settings));
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, HttpSettings settings) {
        var connections = new HttpConnectionFactory(http);
        var certificate = settings.tlsCertificate();
        var key = settings.tlsKey();
        ServerConnector connector;
        if (certificate != null && key != null) {
            var password = UUID.randomUUID().toString();
            var tls = new SslContextFactory.Server();
            tls.setKeyStore(PemKeyStore.read(certificate, key, password.toCharArray()));
            tls.setKeyStorePassword(password);
            tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
            connector = new ServerConnector(server, tls, connections);
        } else {
            connector = new ServerConnector(server, connections);
        }
        connector.setHost(settings.bind());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.bodyTime().toMillis());
        connector.addBean(new SlowHeads(connector.getScheduler(), settings.bodyTime()));
        return connector;
    }
}
