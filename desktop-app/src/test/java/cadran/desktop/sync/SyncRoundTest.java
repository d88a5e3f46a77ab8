package cadran.desktop.sync;

import static cadran.desktop.edit.OpenStore.carrier;
import static cadran.desktop.edit.OpenStore.customer;
import static cadran.desktop.edit.TestOp.adding;
import static cadran.desktop.edit.TestOp.changing;
import static cadran.desktop.edit.TestOp.deleting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.desktop.edit.OpenStore;
import cadran.desktop.query.Query;
import cadran.desktop.store.QueuedOperation;
import cadran.desktop.store.RowState;
import cadran.model.catalog.Carrier;
import cadran.model.ids.UuidV7;
import cadran.model.numbers.Did;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncRoundTest {
    @TempDir
    Path folder;

    private final FakeServer server = new FakeServer();
    private OpenStore anna;
    private OpenStore ben;

    @BeforeEach
    void open() {
        anna = OpenStore.in(folder.resolve("anna"));
        ben = OpenStore.in(folder.resolve("ben"));
    }

    @AfterEach
    void close() {
        anna.close();
        ben.close();
    }

    private SyncRound round(OpenStore who) {
        return new SyncRound(
                who.store,
                server,
                new UuidV7(OpenStore.CLOCK, new Random(who.hashCode())),
                OpenStore.CLOCK,
                loaded -> {});
    }

    private void sync(OpenStore who) throws IOException {
        new SyncRound(
                        who.store,
                        server,
                        new UuidV7(OpenStore.CLOCK, new Random(who.hashCode())),
                        OpenStore.CLOCK,
                        loaded -> {})
                .run();
    }

    private static long pending(OpenStore who) {
        return who.store.outbox().answers().pending(who.store.cache().state().cursor());
    }

    private static @Nullable String name(OpenStore who, Row row) {
        var found = who.find(row);
        return found == null ? null : found.text("name");
    }

    @Test
    void anEditMadeOfflineArrivesAtTheOther() throws IOException {
        var acme = carrier("ACME", "Acme");
        server.reachable = false;
        anna.run(adding(acme));
        assertThrows(IOException.class, () -> sync(anna));
        assertEquals(1, pending(anna));
        server.reachable = true;
        sync(anna);
        sync(ben);
        assertEquals("Acme", name(ben, acme));
        assertEquals(0, pending(anna));
        assertEquals(1, Objects.requireNonNull(anna.find(acme)).version());
        assertEquals(Map.of(), anna.store.rows().states(List.of(acme.id())));
    }

    @Test
    void editsOfDifferentFieldsMeet() throws IOException {
        var acme = shared();
        anna.run(changing(Carrier.TYPE, acme.id(), "name", "Acme", "Anna's"));
        ben.run(changing(Carrier.TYPE, acme.id(), "contact", null, "Ben's"));
        sync(ben);
        sync(anna);
        sync(ben);
        for (var who : List.of(anna, ben)) {
            assertEquals("Anna's", name(who, acme));
            assertEquals("Ben's", Objects.requireNonNull(who.find(acme)).text("contact"));
            assertEquals(anna.find(acme), who.find(acme));
        }
    }

    @Test
    void aPendingEditStaysVisibleOverNewerRows() throws IOException {
        var acme = shared();
        anna.run(changing(Carrier.TYPE, acme.id(), "name", "Acme", "Anna's"));
        server.does(changing(Carrier.TYPE, acme.id(), "contact", null, "theirs"));
        pullOnly(anna);
        assertEquals("Anna's", name(anna, acme));
        assertEquals("theirs", Objects.requireNonNull(anna.find(acme)).text("contact"));
        assertEquals(
                RowState.QUEUED, anna.store.rows().states(List.of(acme.id())).get(acme.id()));
    }

    /** A server that takes nothing, but tells what is new. */
    private void pullOnly(OpenStore who) throws IOException {
        var state = who.store.cache().state();
        var page = new PulledPage();
        server.pull(
                state, who.store.outbox().device(), who.store.outbox().answers().answeredThrough(), page);
        new Settling(who.store, OpenStore.CLOCK).page(state, page, page.head());
    }

    @Test
    void whoChangesACommercialFieldSecondGetsAConflictAndTheServersValue() throws IOException {
        var numbers = new Numbers();
        anna.run(numbers.owned(numbers.first, numbers.one));
        ben.run(numbers.owned(numbers.first, numbers.two));
        sync(ben);
        sync(anna);
        assertEquals(
                numbers.two.id(),
                Objects.requireNonNull(anna.find(numbers.first)).reference("customerId"));
        var attention = anna.store.outbox().answers().attention();
        assertEquals(1, attention.size());
        var result = Objects.requireNonNull(attention.getFirst().result());
        assertEquals(
                "row.changed_by_other", Objects.requireNonNull(result.problem()).code());
        assertEquals(Map.of("customerId", numbers.two.id()), result.theirs());
        var id = numbers.first.id();
        assertEquals(RowState.CONFLICT, anna.store.rows().states(List.of(id)).get(id));
        anna.store
                .outbox()
                .answers()
                .dismiss(List.of(attention.getFirst().operation().id()));
        assertEquals(Map.of(), anna.store.rows().states(List.of(id)));
    }

    private final class Numbers {
        final Row france = OpenStore.dialingCode();
        final Row sda = OpenStore.numberType();
        final Row orange = carrier("OR", "Orange");
        final Row one = customer("C1", "Un");
        final Row two = customer("C2", "Deux");
        final Row first = OpenStore.did("+33123456701", france, orange, sda, Map.of());

        Numbers() throws IOException {
            anna.run(adding(france), adding(sda), adding(orange), adding(one), adding(two), adding(first));
            sync(anna);
            sync(ben);
        }

        Intent owned(Row number, Row owner) {
            return changing(Did.TYPE, number.id(), "customerId", null, owner.id());
        }
    }

    @Test
    void aDeleteOfARowThatChangedMeanwhileIsAConflict() throws IOException {
        var acme = shared();
        anna.run(deleting(Carrier.TYPE, acme.id()));
        assertNull(anna.find(acme));
        server.does(changing(Carrier.TYPE, acme.id(), "name", "Acme", "Kept"));
        sync(anna);
        assertEquals("Kept", name(anna, acme));
        assertEquals("row.changed_before_delete", problem(anna));
    }

    @Test
    void aRefusedRowGoesAwayAndItsEditWaitsForItsAuthor() throws IOException {
        sync(ben);
        var mine = carrier("ACME", "Mine");
        var theirs = carrier("ACME", "Theirs");
        ben.run(adding(mine));
        anna.run(adding(theirs));
        sync(anna);
        sync(ben);
        assertNull(ben.find(mine));
        assertEquals("Theirs", name(ben, theirs));
        assertEquals("row.duplicate", problem(ben));
        assertEquals(0, pending(ben));
    }

    private static String problem(OpenStore who) {
        var attention = who.store.outbox().answers().attention();
        assertEquals(1, attention.size());
        var result = Objects.requireNonNull(attention.getFirst().result());
        return Objects.requireNonNull(result.problem()).code();
    }

    @Test
    void aRefusedEditDoesNotHoldUpTheOnesBehindIt() throws IOException {
        var acme = shared();
        server.does(deleting(Carrier.TYPE, acme.id()));
        anna.run(changing(Carrier.TYPE, acme.id(), "name", "Acme", "Late"));
        var next = carrier("NEXT", "Next");
        anna.run(adding(next));
        sync(anna);
        assertEquals("row.deleted", problem(anna));
        assertNull(anna.find(acme));
        assertEquals("Next", Objects.requireNonNull(server.row(next)).text("name"));
    }

    @Test
    void aLostAnswerIsAskedForAgain() throws IOException {
        var acme = carrier("ACME", "Acme");
        anna.run(adding(acme));
        server.losesNextAnswer = true;
        assertThrows(IOException.class, () -> sync(anna));
        assertEquals(1, Objects.requireNonNull(server.row(acme)).version());
        sync(anna);
        assertEquals(1, Objects.requireNonNull(server.row(acme)).version());
        assertEquals(0, pending(anna));
    }

    @Test
    void severalOwnEditsOfOneRowAreOneAuthorsWork() throws IOException {
        var acme = shared();
        for (int i = 0; i < 5; i++) {
            anna.run(changing(Carrier.TYPE, acme.id(), "name", i == 0 ? "Acme" : "n" + (i - 1), "n" + i));
        }
        anna.run(deleting(Carrier.TYPE, acme.id()));
        sync(anna);
        assertNull(server.row(acme));
        assertEquals(List.of(), anna.store.outbox().answers().attention());
        anna.edits.undo();
        anna.edits.undo();
        sync(anna);
        sync(ben);
        assertEquals("n3", name(ben, acme));
    }

    @Test
    void anEditOnTopOfOneThatMetAnothersIsNotTakenForSeen() throws IOException {
        var numbers = new Numbers();
        var id = numbers.first.id();
        anna.run(changing(Did.TYPE, id, "description", null, "mine"));
        anna.run(numbers.owned(numbers.first, numbers.one));
        server.does(numbers.owned(numbers.first, numbers.two));
        sync(anna);
        var row = Objects.requireNonNull(anna.find(numbers.first));
        assertEquals("mine", row.text("description"));
        assertEquals(numbers.two.id(), row.reference("customerId"));
        assertEquals("row.changed_by_other", problem(anna));
    }

    @Test
    void whatARestoredServerLostIsSentAgainAndNothingTwice() throws IOException {
        var before = shared();
        server.backUp();
        var lost = carrier("LOST", "Lost");
        anna.run(adding(lost));
        anna.run(changing(Carrier.TYPE, before.id(), "name", "Acme", "Changed"));
        sync(anna);
        var pending = carrier("PEND", "Pending");
        anna.run(adding(pending));
        var oldDevice = anna.store.outbox().device();
        server.restore();
        server.does(adding(carrier("NEW", "New history")));
        sync(anna);
        assertNotEquals(oldDevice, anna.store.outbox().device());
        assertEquals("Lost", Objects.requireNonNull(server.row(lost)).text("name"));
        assertEquals("Pending", Objects.requireNonNull(server.row(pending)).text("name"));
        assertEquals("Changed", Objects.requireNonNull(server.row(before)).text("name"));
        assertEquals(2, Objects.requireNonNull(server.row(before)).version());
        assertEquals(4, anna.store.rows().count(Query.of(Carrier.TYPE)));
        assertEquals(0, pending(anna));
        sync(ben);
        assertEquals(4, ben.store.rows().count(Query.of(Carrier.TYPE)));
    }

    /** Its cursor is of before the backup, so the histories can't be told apart by it. */
    @Test
    void whatWasConfirmedButNotPulledWhenTheServerLostItIsSentAgain() throws IOException {
        shared();
        server.backUp();
        var lost = carrier("LOST", "Lost");
        anna.run(adding(lost));
        var operations = anna.store.outbox().unanswered(1).stream()
                .map(QueuedOperation::operation)
                .toList();
        var answer = server.push(
                new PushBatch(anna.store.outbox().device(), anna.store.cache().state(), operations));
        anna.store.outbox().answers().record(answer.results(), OpenStore.CLOCK.instant());
        server.restore();
        server.does(adding(carrier("NEW", "New history")));
        sync(anna);
        assertEquals("Lost", Objects.requireNonNull(server.row(lost)).text("name"));
        assertEquals(0, pending(anna));
    }

    private static void forget(OpenStore who, int days) {
        who.store
                .outbox()
                .answers()
                .forget(
                        OpenStore.CLOCK.instant().plus(Duration.ofDays(days)),
                        Duration.ofDays(30),
                        who.store.cache().state().cursor());
    }

    @Test
    void aClockThatJumpsAheadForgetsNothingThatTheServerMayLose() throws IOException {
        shared();
        server.backUp();
        var lost = carrier("LOST", "Lost");
        anna.run(adding(lost));
        sync(anna);
        forget(anna, 900);
        forget(anna, 0);
        forget(anna, 1_800);
        server.restore();
        sync(anna);
        assertEquals("Lost", Objects.requireNonNull(server.row(lost)).text("name"));
    }

    @Test
    void aConfirmedEditIsForgottenAfterAMonthOfUse() throws IOException {
        shared();
        IntStream.rangeClosed(0, 30).forEach(day -> forget(anna, day));
        assertEquals(1, anna.store.outbox().answers().newest(2).size());
        forget(anna, 31);
        assertEquals(List.of(), anna.store.outbox().answers().newest(2));
    }

    @Test
    void aVersionOfALostHistoryIsNotTakenForTheSameVersionOfTheNewOne() throws IOException {
        var numbers = new Numbers();
        var id = numbers.first.id();
        server.backUp();
        server.does(changing(Did.TYPE, id, "description", null, "lost"));
        sync(anna);
        anna.run(numbers.owned(numbers.first, numbers.one));
        server.restore();
        server.does(numbers.owned(numbers.first, numbers.two));
        assertEquals(2, Objects.requireNonNull(anna.find(numbers.first)).version());
        assertEquals(2, Objects.requireNonNull(server.row(numbers.first)).version());
        sync(anna);
        assertEquals(
                numbers.two.id(),
                Objects.requireNonNull(server.row(numbers.first)).reference("customerId"));
        assertEquals("row.changed_by_other", problem(anna));
    }

    @Test
    void anExpiredCursorTakesEverythingAgainAndKeepsPendingEdits() throws IOException {
        var acme = shared();
        var gone = carrier("GONE", "Gone");
        server.does(adding(gone));
        sync(anna);
        server.does(deleting(Carrier.TYPE, gone.id()));
        server.does(adding(carrier("NEW", "New")));
        server.expiresOnce = true;
        server.reachable = false;
        anna.run(changing(Carrier.TYPE, acme.id(), "name", "Acme", "Mine"));
        server.reachable = true;
        server.pageRows = 1;
        sync(anna);
        assertNull(anna.find(gone));
        assertEquals("Mine", name(anna, acme));
        assertEquals("Mine", Objects.requireNonNull(server.row(acme)).text("name"));
        assertEquals(2, anna.store.rows().count(Query.of(Carrier.TYPE)));
    }

    @Test
    void anOperationThatTheServerCanNotTakeIsSetAsideAndTheRestGoesThrough() throws IOException {
        sync(anna);
        var bad = carrier("BAD", "Bad");
        server.chokesOn = operation -> operation.intent().rowId().equals(bad.id());
        var good = IntStream.range(0, 10)
                .mapToObj(i -> carrier("G" + i, "Good " + i))
                .toList();
        good.subList(0, 5).forEach(row -> anna.run(adding(row)));
        anna.run(adding(bad));
        good.subList(5, 10).forEach(row -> anna.run(adding(row)));
        sync(anna);
        good.forEach(
                row -> assertEquals(1, Objects.requireNonNull(server.row(row)).version()));
        assertEquals("json.wrong_type", problem(anna));
        assertEquals(0, pending(anna));
    }

    @Test
    void aDamagedCacheIsBuiltAnewAndTheOutboxKept() throws IOException {
        var acme = shared();
        var mine = carrier("MINE", "Mine");
        anna.run(adding(mine));
        anna.run(changing(Carrier.TYPE, acme.id(), "name", "Acme", "Changed"));
        anna.close();
        Files.writeString(cacheOf("anna"), "not a database");
        anna = OpenStore.in(folder.resolve("anna"));
        assertEquals("Mine", name(anna, mine));
        sync(anna);
        assertEquals("Changed", name(anna, acme));
        assertEquals("Mine", Objects.requireNonNull(server.row(mine)).text("name"));
    }

    /** The one file of the local copy: what it replaced is gone. */
    private Path cacheOf(String who) throws IOException {
        try (var files = Files.list(folder.resolve(who))) {
            var caches = files.filter(file -> file.getFileName().toString().startsWith("cache-"))
                    .toList();
            assertEquals(1, caches.size(), caches.toString());
            return caches.getFirst();
        }
    }

    @Test
    void aLoadThatBrokeOffGoesOnWhereItWas() throws IOException {
        var all = IntStream.range(0, 30)
                .mapToObj(i -> carrier("C" + i, "Carrier " + i))
                .toList();
        all.forEach(row -> anna.run(adding(row)));
        sync(anna);
        server.pageRows = 10;
        server.parts = 2;
        var mine = carrier("MINE", "Mine");
        ben.run(adding(mine));
        assertThrows(IOException.class, () -> sync(ben));
        assertTrue(ben.store.rows().count(Query.of(Carrier.TYPE)) >= 20, "shown while the rest is missing");
        ben.close();
        // Behind the parts that are here already, and before the one that is not.
        server.does(changing(Carrier.TYPE, all.getFirst().id(), "name", "Carrier 0", "Changed"));
        server.does(deleting(Carrier.TYPE, all.get(1).id()));
        ben = OpenStore.in(folder.resolve("ben"));
        // From the beginning it would need four.
        server.parts = 2;
        sync(ben);
        assertEquals(30, ben.store.rows().count(Query.of(Carrier.TYPE)));
        assertEquals("Changed", name(ben, all.getFirst()));
        assertNull(name(ben, all.get(1)));
        assertEquals("Mine", Objects.requireNonNull(server.row(mine)).text("name"));
        cacheOf("ben");
    }

    @Test
    void editsMadeWhileItLoadsStayAndGoOut() throws IOException {
        var acme = shared();
        var mine = carrier("MINE", "Mine");
        server.expiresOnce = true;
        server.beforeNextPart =
                () -> anna.run(adding(mine), changing(Carrier.TYPE, acme.id(), "name", "Acme", "Anna's"));
        sync(anna);
        assertEquals("Mine", name(anna, mine));
        assertEquals("Anna's", name(anna, acme));
        sync(anna);
        assertEquals(0, pending(anna));
        assertEquals("Anna's", Objects.requireNonNull(server.row(acme)).text("name"));
        assertEquals(anna.find(mine), server.row(mine));
    }

    @Test
    void whoDeletesWhatTheFirstLoadHasShownHasSeenIt() throws IOException {
        var rows = IntStream.range(0, 30)
                .mapToObj(i -> carrier("C" + i, "Carrier " + i))
                .toList();
        rows.forEach(row -> anna.run(adding(row)));
        sync(anna);
        server.pageRows = 10;
        server.parts = 1;
        assertThrows(IOException.class, () -> sync(ben));
        var shown =
                rows.stream().filter(row -> name(ben, row) != null).findFirst().orElseThrow();
        ben.run(deleting(Carrier.TYPE, shown.id()));
        server.parts = Integer.MAX_VALUE;
        sync(ben);
        sync(ben);
        assertEquals(List.of(), ben.store.outbox().answers().attention());
        assertNull(server.row(shown));
    }

    @Test
    void anotherHistoryBehindALoadThatBrokeOffBeginsANewOne() throws IOException {
        var acme = shared();
        server.backUp();
        anna.run(changing(Carrier.TYPE, acme.id(), "name", "Acme", "Lost with the server"));
        sync(anna);
        server.parts = 0;
        var late = OpenStore.in(folder.resolve("late"));
        try (late) {
            assertThrows(IOException.class, () -> sync(late));
            server.restore();
            server.does(changing(Carrier.TYPE, acme.id(), "contact", null, "another history"));
            sync(late);
            assertEquals(server.row(acme), late.find(acme));
        }
    }

    @Test
    void aCopyThatDiffersIsFoundAndMended() throws IOException {
        var acme = shared();
        var lost = carrier("LOST", "Lost");
        anna.run(adding(lost));
        sync(anna);
        anna.run(changing(Carrier.TYPE, acme.id(), "name", "Acme", "Pending"));
        var strange = carrier("STRANGE", "Never on the server").atVersion(3);
        anna.store.cache().write(cache -> {
            cache.remove(Carrier.TYPE, lost.id());
            cache.put(strange);
        });
        assertTrue(round(anna).probe());
        assertEquals("Lost", name(anna, lost));
        assertNull(anna.find(strange));
        assertEquals("Pending", name(anna, acme));
        assertEquals(1, pending(anna));
    }

    @Test
    void aProbeOfAnotherMomentIsNotCompared() throws IOException {
        var acme = shared();
        server.does(changing(Carrier.TYPE, acme.id(), "name", "Acme", "Later"));
        assertFalse(round(anna).probe());
    }

    @Test
    void aProbeOfWhatOneSeesSinceIsNotComparedWithWhatOneSawBefore() throws IOException {
        var acme = shared();
        anna.store.cache().write(cache -> cache.remove(Carrier.TYPE, acme.id()));
        server.view = "more";
        assertFalse(round(anna).probe());
        assertNull(anna.find(acme));
        server.view = "";
        assertTrue(round(anna).probe());
        assertNotNull(anna.find(acme));
    }

    @Test
    void aCopyThatTurnsOutToBeDamagedIsTakenAgain() throws IOException {
        var acme = carrier("ACME", "Acme");
        ben.run(adding(acme));
        sync(ben);
        sync(anna);
        var mine = carrier("MINE", "Mine");
        server.reachable = false;
        anna.run(adding(mine));
        anna.store.beginAnew();
        assertEquals("Mine", name(anna, mine));
        assertNull(anna.find(acme));
        server.reachable = true;
        sync(anna);
        assertEquals("Acme", name(anna, acme));
        assertEquals("Mine", Objects.requireNonNull(server.row(mine)).text("name"));
    }

    @Test
    void aSecondPullOfTheSamePageChangesNothing() throws IOException {
        var acme = shared();
        var state = anna.store.cache().state();
        server.does(changing(Carrier.TYPE, acme.id(), "name", "Acme", "Later"));
        var page = new PulledPage();
        server.pull(state, anna.store.outbox().device(), 0, page);
        sync(anna);
        anna.run(changing(Carrier.TYPE, acme.id(), "name", "Later", "Mine"));
        new Settling(anna.store, OpenStore.CLOCK).page(state, page, page.head());
        assertEquals("Mine", name(anna, acme));
    }

    /** The local copy is not forced to the disk; the outbox is, and holds an edit of a row that was newer. */
    @Test
    void whoseCopyAPowerCutTookBackHasNotSeenWhatWasInIt() throws IOException {
        var acme = shared().atVersion(1);
        var before = anna.store.cache().state();
        server.does(changing(Carrier.TYPE, acme.id(), "contact", null, "theirs"));
        sync(anna);
        anna.run(changing(Carrier.TYPE, acme.id(), "name", "Acme", "Anna's"));
        anna.store.cache().write(cache -> {
            cache.keepCopy(Carrier.TYPE, acme.id(), acme);
            cache.put(acme);
            cache.state(before);
        });
        anna.run(deleting(Carrier.TYPE, acme.id()));
        sync(anna);
        assertEquals("theirs", Objects.requireNonNull(server.row(acme)).text("contact"));
        assertEquals("row.changed_before_delete", problem(anna));
    }

    @Test
    void aRowThatWasDeletedAndMadeAgainIsNoDamage() throws IOException {
        var acme = shared();
        anna.run(deleting(Carrier.TYPE, acme.id()));
        anna.edits.undo();
        assertNotNull(anna.find(acme));
        assertEquals(server.probe().sums().get(Carrier.TYPE), anna.store.sums(Carrier.TYPE));
    }

    /** A carrier that both have. */
    private Row shared() throws IOException {
        var acme = carrier("ACME", "Acme");
        anna.run(adding(acme));
        sync(anna);
        sync(ben);
        return acme;
    }
}
