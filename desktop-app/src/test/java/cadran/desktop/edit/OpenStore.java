package cadran.desktop.edit;

import cadran.desktop.store.FileKey;
import cadran.desktop.store.LocalStore;
import cadran.model.Schema;
import cadran.model.catalog.Carrier;
import cadran.model.catalog.Customer;
import cadran.model.catalog.DialingCode;
import cadran.model.catalog.NumberType;
import cadran.model.ids.UuidV7;
import cadran.model.numbers.Did;
import cadran.model.organisations.Permission;
import cadran.model.organisations.Role;
import cadran.model.sync.EntityType;
import cadran.model.sync.Row;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An open profile without its window, and rows to fill it with. */
public final class OpenStore implements AutoCloseable {
    public static final UUID ORGANISATION = UUID.fromString("01900000-0000-7000-8000-000000000001");
    public static final UUID USER = UUID.fromString("01900000-0000-7000-8000-000000000002");
    public static final FileKey KEY = FileKey.random(new Random(1));
    public static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));
    private static final UuidV7 IDS = new UuidV7(CLOCK, new SecureRandom());

    public final LocalStore store;
    public final Edits edits;

    private OpenStore(Path folder, Consumer<Edits.Step> steps) {
        store = LocalStore.open(folder, KEY, ORGANISATION, IDS::next);
        edits = edits(store, steps);
    }

    /** Of an administrator. */
    public static Edits edits(LocalStore store) {
        return edits(store, step -> {});
    }

    private static Edits edits(LocalStore store, Consumer<Edits.Step> steps) {
        return new Edits(
                store,
                new Author(USER, ORGANISATION, Role.ADMIN.permissions(), ZoneId.of("Europe/Paris")),
                IDS,
                CLOCK,
                steps);
    }

    public static OpenStore in(Path folder) {
        return new OpenStore(folder, step -> {});
    }

    static OpenStore in(Path folder, Consumer<Edits.Step> steps) {
        return new OpenStore(folder, steps);
    }

    public Workspace workspace(Set<Permission> permissions) {
        var author = new Author(USER, ORGANISATION, permissions, ZoneId.of("Europe/Paris"));
        return new Workspace(
                store.rows(),
                store.history(),
                store.outbox().answers(),
                new Edits(store, author, IDS, CLOCK),
                store.listeners(),
                author,
                IDS,
                CLOCK);
    }

    public static UUID id() {
        return IDS.next();
    }

    public static Row carrier(String code, String name) {
        return row(Carrier.TYPE, Map.of("code", code, "name", name, "active", true));
    }

    public static Row customer(String code, String name) {
        return row(Customer.TYPE, Map.of("code", code, "name", name, "active", true));
    }

    public static Row dialingCode() {
        return row(DialingCode.TYPE, Map.of("code", "FR", "prefix", "33", "label", "France", "active", true));
    }

    public static Row numberType() {
        return row(NumberType.TYPE, Map.of("code", "SDA", "label", "Géographique", "active", true));
    }

    public static Row did(String e164, Row dialing, Row carrier, Row type, Map<String, Object> more) {
        var values = new LinkedHashMap<String, Object>(Map.of(
                "e164",
                e164,
                "dialingCodeId",
                dialing.id(),
                "carrierId",
                carrier.id(),
                "typeId",
                type.id(),
                "status",
                "AVAILABLE",
                "monthlyCost",
                new BigDecimal("1.20")));
        values.putAll(more);
        return row(Did.TYPE, values);
    }

    @SuppressWarnings("NullAway") // as in the store: annotations of compact constructors are lost
    public static Row row(EntityType<?> type, Map<String, Object> values) {
        var list = type.fields().stream()
                .<@Nullable Object>map(field -> values.get(field.name()))
                .toList();
        values.keySet().forEach(type::field);
        return new Row(Schema.type(type.name()), id(), 0, ORGANISATION, list);
    }

    public void run(cadran.model.sync.Intent... intents) {
        edits.run(TestOp.of("test.op", intents));
    }

    public @Nullable Row find(Row row) {
        return store.rows().find(row.type(), row.id());
    }

    @Override
    public void close() {
        store.close();
    }
}
