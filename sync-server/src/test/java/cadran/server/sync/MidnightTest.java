package cadran.server.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cadran.model.sync.Intent;
import cadran.server.db.Database;
import cadran.server.numbers.Midnight;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.SettableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The organisation is in Paris; the clock is the world's. */
class MidnightTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final class Night {
        final SyncWorld world;
        final UUID campaign = SyncWorld.IDS.next();
        final UUID number = SyncWorld.IDS.next();
        private final Midnight midnight;

        Night(Database db) {
            world = new SyncWorld(db).furnished();
            midnight = new Midnight(db, world.sync, world.clock);
            var values = new HashMap<String, @Nullable Object>();
            values.put("customerId", world.customer);
            values.put("code", "A");
            values.put("name", "Accueil");
            values.put("active", true);
            world.run(SyncWorld.create("campaign", campaign, values), world.number(number, "+33144000000"));
            world.run(new Intent.Move(
                    "did", number, "status", "ASSIGNED", SyncWorld.changes("customerId", null, world.customer)));
            midnight.run();
        }

        LocalDate today() {
            return LocalDate.ofInstant(world.clock.instant(), PARIS);
        }

        void assign(LocalDate from, @Nullable LocalDate to) {
            var values = new HashMap<String, @Nullable Object>();
            values.put("didId", number);
            values.put("campaignId", campaign);
            values.put("startsOn", from);
            values.put("endsOn", to);
            values.put("inbound", true);
            values.put("outbound", true);
            var outcome = world.run(SyncWorld.create("assignment", SyncWorld.IDS.next(), values))
                    .getFirst();
            assertNull(outcome.result().problem());
        }

        void price(LocalDate from, String cost) {
            var values = new HashMap<String, @Nullable Object>();
            values.put("didId", number);
            values.put("startsOn", from);
            values.put("monthlyCost", new BigDecimal(cost));
            var outcome = world.run(SyncWorld.create("number_price", SyncWorld.IDS.next(), values))
                    .getFirst();
            assertNull(outcome.result().problem());
        }

        void enter(@Nullable String before, String cost) {
            var was = before == null ? null : new BigDecimal(before);
            world.run(SyncWorld.patch("did", number, "monthlyCost", was, new BigDecimal(cost)));
        }

        /** To a moment after midnight in Paris, that many nights on. */
        void pass(int nights) {
            var next = today().plusDays(nights).atStartOfDay(PARIS).toInstant();
            world.clock.advance(Duration.between(world.clock.instant(), next).plusMinutes(1));
            midnight.run();
        }

        void in(ZoneId zone) {
            world.database.inPlatform(
                    handle -> handle.createUpdate("update organisation set time_zone = :zone where id = :id")
                            .bind("zone", zone.getId())
                            .bind("id", world.organisation.value())
                            .execute());
        }

        void at(Instant moment) {
            world.clock.advance(Duration.between(world.clock.instant(), moment));
            midnight.run();
        }

        String status() {
            return String.valueOf(number().text("status"));
        }

        cadran.model.sync.Row number() {
            return Objects.requireNonNull(world.find("did", number));
        }
    }

    @DatabaseTest
    void aNumberIsInUseFromTheFirstDayToTheLast(Database db) {
        var night = new Night(db);
        var first = night.today().plusDays(1);
        night.assign(first, first.plusDays(1));
        assertEquals("ASSIGNED", night.status());
        night.pass(1);
        assertEquals("IN_USE", night.status());
        assertEquals(first, night.number().get("activatedOn"));
        night.pass(1);
        assertEquals("IN_USE", night.status());
        night.pass(1);
        assertEquals("ASSIGNED", night.status());
        assertEquals(night.world.customer, night.number().get("customerId"));
    }

    @DatabaseTest
    void nightsInWhichNoServerRanAreMadeUpFor(Database db) {
        var night = new Night(db);
        var first = night.today().plusDays(1);
        night.assign(first, null);
        night.pass(5);
        assertEquals("IN_USE", night.status());
    }

    @DatabaseTest
    void aDayIsDoneOnce(Database db) {
        var night = new Night(db);
        night.assign(night.today().plusDays(1), null);
        night.pass(1);
        long batches = night.world.batches();
        night.midnight.run();
        assertEquals(batches, night.world.batches());
    }

    /** Of 23 hours or 25, and of one that has no midnight: a day is what the place calls so. */
    @DatabaseTest
    void aDayBeginsAndEndsWhereTheOrganisationIsWhateverTheClocksDo(Database db) {
        for (String name : List.of("Europe/Paris", "America/Toronto", "America/Santiago")) {
            var zone = ZoneId.of(name);
            var change = new SettableClock().instant();
            for (int i = 0; i < 2; i++) {
                change = Objects.requireNonNull(zone.getRules().nextTransition(change))
                        .getInstant();
                var day = LocalDate.ofInstant(change, zone);
                var night = new Night(db);
                night.in(zone);
                night.assign(day, day);
                night.at(day.atStartOfDay(zone).toInstant().minusSeconds(1));
                assertEquals("ASSIGNED", night.status(), name + day);
                night.at(day.atStartOfDay(zone).toInstant());
                assertEquals("IN_USE", night.status(), name + day);
                night.at(day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1));
                assertEquals("IN_USE", night.status(), name + day);
                night.at(day.plusDays(1).atStartOfDay(zone).toInstant());
                assertEquals("ASSIGNED", night.status(), name + day);
            }
        }
    }

    @DatabaseTest
    void aClockThatWasYearsAheadDoesNotKeepTheDaysSinceFromBeginning(Database db) {
        var night = new Night(db);
        var before = night.world.clock.instant();
        night.pass(2_000);
        night.world.clock.advance(Duration.between(night.world.clock.instant(), before));
        night.assign(night.today().plusDays(1), null);
        night.pass(1);
        assertEquals("IN_USE", night.status());
    }

    @DatabaseTest
    void aSecondAssignmentKeepsTheNumberInUse(Database db) {
        var night = new Night(db);
        var first = night.today().plusDays(1);
        night.assign(first, first);
        night.assign(first, first.plusDays(3));
        night.pass(2);
        assertEquals("IN_USE", night.status());
        night.pass(3);
        assertEquals("ASSIGNED", night.status());
    }

    @DatabaseTest
    void aCampaignAtRestUsesNothing(Database db) {
        var night = new Night(db);
        night.assign(night.today().plusDays(1), null);
        night.world.run(SyncWorld.patch("campaign", night.campaign, "active", true, false));
        night.pass(1);
        assertEquals("ASSIGNED", night.status());
    }

    @DatabaseTest
    void aCampaignThatWasPutToRestLetsItsNumbersGo(Database db) {
        var night = new Night(db);
        night.assign(night.today().plusDays(1), null);
        night.pass(1);
        assertEquals("IN_USE", night.status());
        night.world.run(SyncWorld.patch("campaign", night.campaign, "active", true, false));
        night.pass(1);
        assertEquals("ASSIGNED", night.status());
    }

    @DatabaseTest
    void anAssignmentThatCameWithoutAMoveIsMadeUpFor(Database db) {
        var night = new Night(db);
        night.assign(night.today(), null);
        assertEquals("ASSIGNED", night.status());
        night.pass(1);
        assertEquals("IN_USE", night.status());
    }

    @DatabaseTest
    void aPriceTakesEffectOnItsDay(Database db) {
        var night = new Night(db);
        night.price(night.today().plusDays(2), "2.00");
        night.price(night.today().plusDays(4), "3.00");
        night.pass(1);
        assertNull(night.number().get("monthlyCost"));
        night.pass(1);
        assertEquals(new BigDecimal("2.00"), night.number().get("monthlyCost"));
        night.pass(9);
        assertEquals(new BigDecimal("3.00"), night.number().get("monthlyCost"));
    }

    @DatabaseTest
    void ofPricesThatCameLateTheLastToBeginCounts(Database db) {
        var night = new Night(db);
        night.price(night.today().minusDays(2), "2.00");
        night.price(night.today().minusDays(9), "1.00");
        night.pass(1);
        assertEquals(new BigDecimal("2.00"), night.number().get("monthlyCost"));
        night.price(night.today().minusDays(6), "5.00");
        night.pass(1);
        assertEquals(new BigDecimal("2.00"), night.number().get("monthlyCost"), "it was over before it came");
    }

    @DatabaseTest
    void whatSomebodyEnteredSinceNoNightTakesBack(Database db) {
        var night = new Night(db);
        night.price(night.today().plusDays(1), "2.00");
        night.pass(1);
        night.enter("2.00", "4.00");
        night.pass(1);
        assertEquals(new BigDecimal("4.00"), night.number().get("monthlyCost"));
    }
}
