package cadran.server.numbers;

import cadran.model.catalog.Campaign;
import cadran.model.ids.OrganisationId;
import cadran.model.numbers.Assignment;
import cadran.model.numbers.Did;
import cadran.model.numbers.DidStatus;
import cadran.model.numbers.StatusEffects;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.server.db.Database;
import cadran.server.db.Tx;
import cadran.server.jobs.EachOrganisation;
import cadran.server.sync.Author;
import cadran.server.sync.OrganisationDay;
import cadran.server.sync.Outcome;
import cadran.server.sync.Sync;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a day begins where an organisation is, numbers come into use for which an assignment runs, and go out of it for which
 * none does any more. It looks at what is, so a night in which no server ran is made up for. A number that never had an
 * assignment is in use because somebody said so, and stays. Prices that begin are taken into their numbers.
 */
public final class Midnight {
    private static final Logger log = LoggerFactory.getLogger(Midnight.class);
    private static final int AT_ONCE = 500;

    private final Database database;
    private final Sync sync;
    private final InstantSource clock;
    private final BegunPrices prices;

    public Midnight(Database database, Sync sync, InstantSource clock) {
        this.database = database;
        this.sync = sync;
        this.clock = clock;
        prices = new BegunPrices(sync);
    }

    public void run() {
        new EachOrganisation(database).run(this::run);
    }

    void run(OrganisationId organisation) {
        var today = database.inOrganisation(organisation, tx -> OrganisationDay.of(tx, clock));
        var done = database.inOrganisation(organisation, Midnight::lastDay);
        // A later day was done by a clock that was wrong: what it did is made good again.
        if (done.filter(today::equals).isPresent()) return;
        var moving = database.inOrganisation(organisation, tx -> concerned(tx, today));
        some(organisation, moving, (tx, numbers) -> move(tx, numbers, today));
        var priced = database.inOrganisation(organisation, tx -> BegunPrices.concerned(tx, today));
        some(organisation, priced, (tx, numbers) -> prices.take(tx, numbers, today));
        database.inOrganisation(organisation, tx -> note(tx, today));
    }

    private interface Work {
        List<Outcome> on(Tx tx, List<UUID> numbers);
    }

    /** Not all at once: nobody else writes while a transaction does. */
    private void some(OrganisationId organisation, List<UUID> numbers, Work work) {
        for (int from = 0; from < numbers.size(); from += AT_ONCE) {
            var part = numbers.subList(from, Math.min(from + AT_ONCE, numbers.size()));
            sync.changed(organisation, database.inOrganisation(organisation, tx -> work.on(tx, part)));
        }
    }

    private static Optional<LocalDate> lastDay(Tx tx) {
        return tx.handle()
                .createQuery("select done_on from midnight where org_id = :org")
                .bind("org", tx.organisation().value())
                .mapTo(LocalDate.class)
                .findOne();
    }

    private static int note(Tx tx, LocalDate day) {
        tx.handle()
                .createUpdate("delete from midnight where org_id = :org")
                .bind("org", tx.organisation().value())
                .execute();
        return tx.handle()
                .createUpdate("insert into midnight (org_id, done_on) values (:org, :day)")
                .bind("org", tx.organisation().value())
                .bind("day", day)
                .execute();
    }

    /** Numbers with assignments whose status says something else than these do. */
    private static List<UUID> concerned(Tx tx, LocalDate today) {
        return tx.handle()
                .createQuery("""
                        select d.id from assignment a
                          join campaign c on c.org_id = a.org_id and c.id = a.campaign_id
                          join did d on d.org_id = a.org_id and d.id = a.did_id
                        where a.org_id = :org and d.status = 'ASSIGNED' and c.active
                          and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
                        union
                        select d.id from assignment a
                          join did d on d.org_id = a.org_id and d.id = a.did_id
                        where a.org_id = :org and d.status = 'IN_USE' and not exists (
                          select 1 from assignment other
                            join campaign c on c.org_id = other.org_id and c.id = other.campaign_id
                          where other.org_id = d.org_id and other.did_id = d.id and c.active
                            and other.starts_on <= :today and (other.ends_on is null or other.ends_on >= :today))
                        order by 1
                        """)
                .bind("org", tx.organisation().value())
                .bind("today", today)
                .mapTo(UUID.class)
                .list();
    }

    private List<Outcome> move(Tx tx, List<UUID> numbers, LocalDate today) {
        var effects = new StatusEffects((type, id) -> sync.store().find(tx, type, id), today);
        var intents = sync.store().lock(tx, Did.TYPE, new HashSet<>(numbers)).values().stream()
                .flatMap(did -> intent(tx, did, effects, today).stream())
                .toList();
        var apply = sync.apply();
        var outcomes = apply.run(
                tx,
                Author.server(tx.organisation()),
                intents.stream().map(intent -> apply.operation(intent, 0)).toList());
        outcomes.stream()
                .filter(outcome -> outcome.result().problem() != null)
                .forEach(outcome -> log.warn(
                        "A number stays where it is: {}", outcome.result().problem()));
        return outcomes;
    }

    private Optional<Intent> intent(Tx tx, Row did, StatusEffects effects, LocalDate today) {
        var status = DidStatus.valueOf(String.valueOf(did.text("status")));
        boolean runs = sync.store().pointingTo(tx, Assignment.TYPE, Assignment.TYPE.field("didId"), did.id()).stream()
                .map(Assignment.TYPE::read)
                .anyMatch(assignment -> assignment.runsOn(today) && isActive(tx, assignment.campaignId()));
        if (runs && status == DidStatus.ASSIGNED) {
            return Optional.of(effects.move(did, DidStatus.IN_USE, Map.of(), null));
        }
        if (!runs && status == DidStatus.IN_USE) {
            return Optional.of(effects.move(did, DidStatus.ASSIGNED, Map.of(), null));
        }
        return Optional.empty();
    }

    private boolean isActive(Tx tx, UUID campaign) {
        var row = sync.store().find(tx, Campaign.TYPE, campaign);
        return row != null && Boolean.TRUE.equals(row.get("active"));
    }
}
