package cadran.server.sync;

import cadran.model.Schema;
import cadran.model.ids.OrganisationId;
import cadran.model.ids.UserId;
import cadran.model.ids.UuidV7;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Role;
import cadran.model.sync.Change;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.Row;
import cadran.server.audit.Actor;
import cadran.server.audit.AuditLog;
import cadran.server.db.Database;
import cadran.server.http.Caller;
import cadran.server.testing.FoundedOrganisation;
import cadran.server.testing.SettableClock;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new organisation in a database, with sync over it and the few rows that a number refers to. */
final class SyncWorld {
    static final UuidV7 IDS = new UuidV7(InstantSource.system(), new SecureRandom());

    final Database database;
    final OrganisationId organisation = new OrganisationId(IDS.next());
    final SettableClock clock = new SettableClock();
    final AuditLog audit;
    final Sync sync;
    final UUID dialingCode = IDS.next();
    final UUID carrier = IDS.next();
    final UUID numberType = IDS.next();
    final UUID customer = IDS.next();

    SyncWorld(Database database) {
        this(database, 20_000);
    }

    SyncWorld(Database database, int pageSize) {
        this.database = database;
        audit = new AuditLog(clock, new SecureRandom());
        sync = new Sync(database, audit, clock, IDS, pageSize, Signal::ofThreads);
    }

    /** With the rows that a number refers to. */
    SyncWorld furnished() {
        FoundedOrganisation.in(database, organisation);
        database.inOrganisation(organisation, tx -> {
            sync.apply()
                    .create(
                            tx,
                            List.of(
                                    row(
                                            "dialing_code",
                                            dialingCode,
                                            "FR",
                                            "+33",
                                            "France",
                                            true,
                                            BigDecimal.valueOf(40)),
                                    row("carrier", carrier, "ORANGE", "Orange", "TRADITIONAL", null, null, true),
                                    row(
                                            "number_type",
                                            numberType,
                                            "GEO",
                                            "Géographique",
                                            null,
                                            true,
                                            BigDecimal.valueOf(30)),
                                    row("customer", customer, "C1", "Client 1", null, null, null, null, null, true)));
            return 0;
        });
        return this;
    }

    Row row(String entity, UUID id, @Nullable Object... values) {
        return new Row(Schema.type(entity), id, 0, organisation.value(), Arrays.asList(values));
    }

    Author author(Role role) {
        return author(role.permissions());
    }

    Author author(Set<Permission> permissions) {
        return new Author(Actor.of(new UserId(IDS.next()), null), permissions, Set.of(organisation.value()));
    }

    Author telecom() {
        return author(Role.TELECOM);
    }

    Caller caller(UserId user, Role role) {
        return new Caller(organisation, Actor.of(user, null), role.permissions());
    }

    /** Past the rules, for an audience that no intent gives a row yet. */
    void insert(Row row) {
        database.inOrganisation(organisation, tx -> {
            sync.store().insert(tx, row.type(), List.of(row.atVersion(1)));
            var feed = new Feed(clock, IDS);
            return feed.append(
                    tx, feed.lock(tx), List.of(new Pointer(row.type().name(), row.id(), 1, false, row.audience())));
        });
    }

    List<Outcome> run(Intent... intents) {
        return run(telecom(), intents);
    }

    List<Outcome> run(Author author, Intent... intents) {
        var operations = Arrays.stream(intents)
                .map(intent -> sync.apply().operation(intent, 0))
                .toList();
        return sync.run(organisation, author, operations);
    }

    /** As somebody who saw the row at that version. */
    Outcome runSeen(Author author, long version, Intent intent) {
        return sync.run(organisation, author, List.of(sync.apply().operation(intent, version)))
                .getFirst();
    }

    @Nullable
    Row find(String entity, UUID id) {
        return database.<@Nullable Row>inOrganisation(
                organisation, tx -> sync.store().find(tx, Schema.type(entity), id));
    }

    FeedHead head() {
        return java.util.Objects.requireNonNull(database.<@Nullable FeedHead>inOrganisation(
                organisation, tx -> new Feed(new SettableClock(), IDS).read(tx)));
    }

    static Intent customer(UUID id, String code) {
        return create("customer", id, Map.of("code", code, "name", "Client " + code, "active", true));
    }

    Intent number(UUID id, String e164) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("dialingCodeId", dialingCode);
        values.put("e164", e164);
        values.put("carrierId", carrier);
        values.put("typeId", numberType);
        values.put("status", "AVAILABLE");
        return create("did", id, values);
    }

    static Intent create(String entity, UUID id, Map<String, @Nullable Object> values) {
        return new Intent.Create(entity, id, values);
    }

    static Intent patch(String entity, UUID id, String field, @Nullable Object before, @Nullable Object after) {
        return new Intent.Patch(entity, id, Map.of(field, new Change(before, after)));
    }

    static Intent delete(String entity, UUID id) {
        return new Intent.Delete(entity, id);
    }

    static Map<String, Change> changes(@Nullable Object... triples) {
        var changes = new LinkedHashMap<String, Change>();
        for (int i = 0; i < triples.length; i += 3) {
            changes.put(String.valueOf(triples[i]), new Change(triples[i + 1], triples[i + 2]));
        }
        return changes;
    }

    long count(EntityType<?> type) {
        return database.inOrganisation(
                organisation,
                tx -> tx.handle()
                        .createQuery("select count(*) from " + type.name() + " where org_id = :org")
                        .bind("org", organisation.value())
                        .mapTo(Long.class)
                        .one());
    }

    /** How many transactions changed something. */
    long batches() {
        return batchSizes().size();
    }

    /** How many changes each transaction made that changed something, in their order. */
    List<Long> batchSizes() {
        return database.inOrganisation(
                organisation,
                tx -> tx.handle()
                        .createQuery("""
                                select seq - lag(seq, 1, cast(0 as bigint)) over (order by seq)
                                from feed_batch where org_id = :org order by seq
                                """)
                        .bind("org", organisation.value())
                        .mapTo(Long.class)
                        .list());
    }

    /** What a restored backup does to what a device was answered. */
    void forget(UUID device, long last) {
        database.inOrganisation(organisation, tx -> {
            for (String sql : List.of(
                    "delete from operation_log where org_id = :org and device_id = :device and number > :last",
                    "update sync_device set last_number = :last where org_id = :org and device_id = :device")) {
                tx.handle()
                        .createUpdate(sql)
                        .bind("org", organisation.value())
                        .bind("device", device)
                        .bind("last", last)
                        .execute();
            }
            return 0;
        });
    }

    /** What a restored backup does to a feed. */
    void forget(FeedHead head) {
        database.inOrganisation(organisation, tx -> {
            for (String sql : List.of(
                    "delete from change_log where org_id = :org and seq > :seq",
                    "delete from feed_batch where org_id = :org and seq > :seq")) {
                tx.handle()
                        .createUpdate(sql)
                        .bind("org", organisation.value())
                        .bind("seq", head.seq())
                        .execute();
            }
            return tx.handle()
                    .createUpdate("update org_feed set seq = :seq, hash = :hash where org_id = :org")
                    .bind("org", organisation.value())
                    .bind("seq", head.seq())
                    .bind("hash", head.hash())
                    .execute();
        });
    }
}
