package cadran.server.sync;

import static cadran.server.sync.SyncWorld.IDS;
import static cadran.server.sync.SyncWorld.customer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.ids.OrganisationId;
import cadran.model.organisations.Role;
import cadran.server.db.Database;
import cadran.server.http.HttpSettings;
import cadran.server.http.Route;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.RunningHttp;
import cadran.server.testing.SettableClock;
import cadran.server.testing.TestDatabases;
import io.javalin.http.HandlerType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HintTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern HEAD = Pattern.compile("data: \\{\"head\":([0-9]+)}");
    private static final HttpSettings IMPATIENT =
            new HttpSettings("127.0.0.1", 0, null, null, 1 << 20, Duration.ofSeconds(1), Duration.ofSeconds(8), null);

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
    void whoListensHearsOfAPushAtOnceAndOfTheLastOfMany(Database db) throws Exception {
        try (var server = new SyncServer(new SyncWorld(db));
                var events = new Events(server, server.client())) {
            assertEquals("data: {\"head\":0}", events.next());
            var writer = server.client();
            writer.run(0, customer(IDS.next(), "A"));
            assertTimeoutPreemptively(SOON, () -> assertEquals("data: {\"head\":1}", events.next()));
            for (int i = 0; i < 40; i++) writer.run(0, customer(IDS.next(), "B" + i));
            String last = "";
            while (!last.equals("data: {\"head\":41}")) {
                last = String.valueOf(assertTimeoutPreemptively(SOON, events::next));
            }
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

    /**
     * One who never reads: hints pile up in the sockets' buffers, not in the server, until nothing more goes out; the
     * others go on hearing, writers are not held up, and after the idle time the connection is dropped.
     */
    @Test
    void aClientThatReadsNothingIsDroppedAndHoldsNobodyUp() throws Exception {
        var organisation = new OrganisationId(IDS.next());
        var listening = new AtomicInteger();
        var bus = new HintBus();
        try (var database = TestDatabases.h2()) {
            var watch = new FeedWatch(database, new Feed(new SettableClock(), IDS), bus);
            var stream = new HintStream(bus, watch, listeners -> Duration.ZERO);
            var route = Route.open(HandlerType.GET, "/hints", request -> {
                listening.incrementAndGet();
                try {
                    stream.write(organisation, request.res().getOutputStream());
                } finally {
                    listening.decrementAndGet();
                }
            });
            try (var http = new RunningHttp(IMPATIENT, List.of(route), token -> {
                        throw new AssertionError(token);
                    });
                    var deaf = asker(http.port(), 2048);
                    var reader = asker(http.port(), 1 << 16)) {
                var heard = new AtomicLong(-1);
                Thread.ofVirtual().start(() -> read(reader, heard));
                await("both listen", () -> listening.get() == 2);
                long head = 0;
                for (long end = System.nanoTime() + SOON.toNanos(); listening.get() == 2; ) {
                    long before = System.nanoTime();
                    assertTrue(before < end, "the deaf one is still being written to");
                    bus.changed(organisation, ++head);
                    long took = System.nanoTime() - before;
                    assertTrue(took < Duration.ofSeconds(2).toNanos(), "a writer was held up");
                }
                long last = head;
                await("the other hears the last", () -> heard.get() == last);
                assertTrue(last > 1_000, "too few hints to fill any buffer: " + last);
                assertFalse(deaf.isClosed());
                // Silence for longer than the idle time ends nobody's stream.
                LockSupport.parkNanos(2 * IMPATIENT.bodyTime().toNanos());
                bus.changed(organisation, last + 1);
                await("and what comes after a silence", () -> heard.get() == last + 1);
                bus.close();
            }
        }
    }

    private static Socket asker(int port, int receiveBuffer) throws IOException {
        var socket = new Socket();
        // Before the connection, or the window is negotiated without it.
        socket.setReceiveBufferSize(receiveBuffer);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write("GET /hints HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void read(Socket socket, AtomicLong heard) {
        try (var lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var match = HEAD.matcher(line);
                if (match.matches()) heard.set(Long.parseLong(match.group(1)));
            }
        } catch (IOException closed) {
            heard.compareAndSet(-1, -2);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        for (long end = System.nanoTime() + SOON.toNanos(); !condition.getAsBoolean(); ) {
            assertTrue(System.nanoTime() < end, what);
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Test
    void whatHappensDuringARestIsOneHintAndManyListenersRestLonger() throws Exception {
        var bus = new HintBus();
        var organisation = new OrganisationId(IDS.next());
        try (var one = bus.listen(organisation);
                var two = bus.listen(organisation)) {
            assertEquals(2, one.company());
            bus.changed(organisation, 1);
            assertEquals(1, one.await(0, SOON));
            for (int head = 2; head <= 40; head++) bus.changed(organisation, head);
            one.rest(Duration.ofMillis(1));
            assertEquals(40, one.await(1, SOON));
            assertEquals(40, two.await(1, SOON));
        }
        assertEquals(Duration.ofMillis(20), HintStream.rest(2));
        assertEquals(Duration.ofMillis(200), HintStream.rest(200));
    }

    @Test
    void whoLeavesIsForgotten() throws Exception {
        var bus = new HintBus();
        var organisation = new OrganisationId(IDS.next());
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
