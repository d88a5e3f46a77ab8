package cadran.server.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.audit.HistoryLine;
import cadran.model.organisations.Role;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.OperationResult;
import cadran.model.sync.Row;
import cadran.model.wire.ChangesReader;
import cadran.model.wire.ChangesSink;
import cadran.model.wire.PullHead;
import cadran.server.db.Database;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.TestDatabases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The newest part of the history, as desktops follow it. */
class HistoryStreamTest {
    /** What a desktop keeps of it. */
    private static final class Kept implements ChangesSink {
        private final SyncServer server;
        private final String token;
        private final List<HistoryLine> lines = new ArrayList<>();
        private int pages;

        @Nullable
        private PullHead head;

        @Nullable
        private Instant since;

        Kept(SyncServer server, String token) {
            this.server = server;
            this.token = token;
        }

        HttpResponse<String> ask() {
            var query = head == null ? "" : "?cursor=" + head.to() + "&hash=" + head.hash();
            return server.http.get("/api/v1/sync/history" + query, "Authorization", token);
        }

        Kept follow() {
            do {
                pages++;
                var answer = ask();
                assertEquals(200, answer.statusCode(), answer.body());
                try {
                    var page = answer.body().getBytes(StandardCharsets.UTF_8);
                    ChangesReader.read(new ByteArrayInputStream(page), this);
                } catch (IOException damaged) {
                    throw new UncheckedIOException(damaged);
                }
            } while (Objects.requireNonNull(head).more());
            return this;
        }

        @Override
        public void head(PullHead now) {
            head = now;
        }

        @Override
        public void historySince(Instant now) {
            since = now;
        }

        @Override
        public void history(HistoryLine line) {
            lines.add(line);
        }

        @Override
        public void row(Row row) {
            throw new AssertionError("no rows here");
        }

        @Override
        public void gone(EntityType<?> type, UUID id) {
            throw new AssertionError("no rows here");
        }

        @Override
        public void result(OperationResult result) {
            throw new AssertionError("no results here");
        }
    }

    @DatabaseTest
    void isReadToItsEndAndThenFollowed(Database db) {
        var world = new SyncWorld(db).furnished();
        try (var server = new SyncServer(world)) {
            for (int edit = 0; edit < 5; edit++) {
                int first = edit * 500;
                world.run(IntStream.range(first, first + 500)
                        .mapToObj(i -> SyncWorld.customer(SyncWorld.IDS.next(), "N" + i))
                        .toArray(Intent[]::new));
            }
            var desktop = new Kept(server, server.client().token()).follow();
            assertEquals(2504, desktop.lines.size());
            assertEquals(2, desktop.pages, "bounded, and no page more than needed");
            assertEquals(world.clock.instant().minus(Duration.ofDays(90)), desktop.since);

            world.run(SyncWorld.patch("customer", world.customer, "name", "Client 1", "Alpha"));
            desktop.follow();
            var last = desktop.lines.getLast();
            assertEquals("change", last.action());
            assertEquals(world.customer, last.subject());
            assertEquals(
                    "Alpha", Objects.requireNonNull(last.changes()).getFirst().after());
            assertEquals(
                    2505,
                    desktop.lines.stream().map(HistoryLine::seq).distinct().count());
            desktop.follow();
            assertEquals(2505, desktop.lines.size());
        }
    }

    @DatabaseTest
    void whatIsOlderStaysAtTheServer(Database db) {
        var world = new SyncWorld(db).furnished();
        try (var server = new SyncServer(world)) {
            world.clock.advance(Duration.ofDays(91));
            assertEquals(
                    0, new Kept(server, server.client().token()).follow().lines.size());
            world.run(SyncWorld.patch("customer", world.customer, "name", "Client 1", "Alpha"));
            assertEquals(
                    1, new Kept(server, server.client().token()).follow().lines.size());
        }
    }

    /** On H2, because on PostgreSQL the server's role may not take entries away. */
    @Test
    void aServerThatWasTakenBackIsRecognised() {
        try (var db = TestDatabases.h2();
                var server = new SyncServer(new SyncWorld(db).furnished())) {
            var world = server.world;
            var desktop = new Kept(server, server.client().token()).follow();
            world.run(SyncWorld.patch("customer", world.customer, "name", "Client 1", "Alpha"));
            desktop.follow();
            takeBack(world, desktop.lines.getLast().seq() - 1);
            assertForked(desktop.ask());
            world.run(SyncWorld.patch("customer", world.customer, "name", "Alpha", "Beta"));
            assertForked(desktop.ask());
        }
    }

    private static void assertForked(HttpResponse<String> answer) {
        assertEquals(409, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("sync.forked"), answer.body());
    }

    /** As a backup does that has no more than these entries. */
    private static void takeBack(SyncWorld world, long seq) {
        world.database.inOrganisation(world.organisation, tx -> {
            for (String sql : List.of(
                    "delete from audit_entry where org_id = :org and seq > :seq",
                    "update audit_head set seq = :seq, chain = (select chain from audit_entry where org_id = :org"
                            + " and seq = :seq) where organisation_id = :org")) {
                tx.handle()
                        .createUpdate(sql)
                        .bind("org", world.organisation.value())
                        .bind("seq", seq)
                        .execute();
            }
            return true;
        });
    }

    @DatabaseTest
    void whoMaySeeSomethingElseStartsAgainAndWhoMaySeeNothingHasNothing(Database db) {
        var world = new SyncWorld(db).furnished();
        try (var server = new SyncServer(world)) {
            var client = server.client();
            var desktop = new Kept(server, client.token()).follow();
            var without = client.token().replace(Role.TELECOM.name(), Role.CLOSER.name());
            var demoted = new Kept(server, without);
            demoted.head = desktop.head;
            var answer = demoted.ask();
            assertEquals(410, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("sync.cursor_expired"));
            var nothing = new Kept(server, without).follow();
            assertTrue(nothing.lines.isEmpty());
            assertFalse(desktop.lines.isEmpty());
            var stranger = new Kept(
                    server,
                    server.client(new SyncWorld(db).furnished().organisation, Role.TELECOM)
                            .token());
            stranger.follow()
                    .lines
                    .forEach(line -> assertFalse(
                            desktop.lines.stream().anyMatch(ours -> ours.row().equals(line.row()))));
        }
    }
}
