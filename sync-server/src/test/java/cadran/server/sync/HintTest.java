package cadran.server.sync;

import static cadran.server.sync.SyncWorld.IDS;
import static cadran.server.sync.SyncWorld.customer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.organisations.Role;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HintTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** The events of one client as they come. */
    private static final class Events implements AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final BufferedReader lines;

        private Events(SyncServer server, SyncServer.Client client) throws Exception {
            var uri = URI.create("http://127.0.0.1:" + server.http.port() + "/api/v1/sync/hints");
            var request = HttpRequest.newBuilder(uri)
                    .header("Authorization", client.token())
                    .header("Accept", "text/event-stream")
                    .build();
            var response = http.send(request, BodyHandlers.ofInputStream());
            assertEquals(200, response.statusCode());
            assertEquals(
                    "text/event-stream",
                    response.headers().firstValue("Content-Type").orElse(""));
            lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        /** The next event, or null at the end of the stream. */
        private @Nullable String next() throws IOException {
            String line = lines.readLine();
            while (line != null && !line.startsWith("data:")) line = lines.readLine();
            return line;
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    @DatabaseTest
    void whoListensHearsOfAPushAtOnceAndOfManyTogether(Database db) throws Exception {
        try (var server = new SyncServer(new SyncWorld(db));
                var events = new Events(server, server.client())) {
            assertEquals("data: {\"head\":0}", events.next());
            var writer = server.client();
            writer.run(0, customer(IDS.next(), "A"));
            assertTimeoutPreemptively(SOON, () -> assertEquals("data: {\"head\":1}", events.next()));
            for (int i = 0; i < 40; i++) writer.run(0, customer(IDS.next(), "B" + i));
            int heard = 0;
            String last = "";
            while (!last.equals("data: {\"head\":41}")) {
                last = String.valueOf(assertTimeoutPreemptively(SOON, events::next));
                heard++;
            }
            assertTrue(heard < 40, "each of 40 pushes was told on its own");
        }
    }

    @DatabaseTest
    void anotherOrganisationHearsNothing(Database db) throws Exception {
        try (var server = new SyncServer(new SyncWorld(db).furnished())) {
            var elsewhere = new SyncWorld(db);
            var client = server.client(elsewhere.organisation, Role.TELECOM);
            try (var events = new Events(server, client)) {
                assertEquals("data: {\"head\":0}", events.next());
                server.client().run(0, customer(IDS.next(), "A"));
                client.run(0, customer(IDS.next(), "A"));
                assertTimeoutPreemptively(SOON, () -> assertEquals("data: {\"head\":1}", events.next()));
            }
        }
    }

    @DatabaseTest
    void whatAnotherNodeWroteIsSeenByLooking(Database db) throws Exception {
        try (var server = new SyncServer(new SyncWorld(db));
                var events = new Events(server, server.client())) {
            assertEquals("data: {\"head\":0}", events.next());
            server.world.sync.start();
            db.inOrganisation(
                    server.world.organisation,
                    tx -> server.world
                            .sync
                            .apply()
                            .run(
                                    tx,
                                    server.world.telecom(),
                                    java.util.List.of(
                                            server.world.sync.apply().operation(customer(IDS.next(), "A"), 0))));
            assertTimeoutPreemptively(SOON, () -> assertEquals("data: {\"head\":1}", events.next()));
        }
    }

    @DatabaseTest
    void theStreamsEndWhenTheServerStops(Database db) throws Exception {
        var server = new SyncServer(new SyncWorld(db));
        try (var events = new Events(server, server.client())) {
            assertEquals("data: {\"head\":0}", events.next());
            assertTimeoutPreemptively(SOON, server::close);
            assertNull(events.next());
        }
    }

    @DatabaseTest
    void aClientThatReadsNothingHoldsNobodyUp(Database db) throws Exception {
        try (var server = new SyncServer(new SyncWorld(db));
                var deaf = new Socket(InetAddress.getLoopbackAddress(), server.http.port())) {
            var client = server.client();
            deaf.setReceiveBufferSize(1024);
            deaf.getOutputStream()
                    .write(("GET /api/v1/sync/hints HTTP/1.1\r\nHost: x\r\nAuthorization: " + client.token()
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            try (var events = new Events(server, client)) {
                assertEquals("data: {\"head\":0}", events.next());
                for (int i = 0; i < 20; i++) client.run(0, customer(IDS.next(), "A" + i));
                assertTimeoutPreemptively(SOON, () -> {
                    String event = events.next();
                    while (!"data: {\"head\":20}".equals(event)) event = events.next();
                });
            }
        }
    }

    @Test
    void whoLeavesIsForgotten() throws Exception {
        var bus = new HintBus();
        var organisation = new cadran.model.ids.OrganisationId(IDS.next());
        try (var one = bus.listen(organisation)) {
            try (var two = bus.listen(organisation)) {
                bus.changed(organisation, 3);
                assertEquals(3, one.await(0, SOON));
                assertEquals(3, two.await(2, SOON));
            }
            assertEquals(Set.of(organisation), bus.listenedTo());
            assertNull(one.await(3, Duration.ofMillis(5)));
        }
        assertEquals(Set.of(), bus.listenedTo());
    }
}
