package cadran.server.sync;

import cadran.model.Schema;
import cadran.model.sync.EntityType;
import cadran.model.sync.Intent;
import cadran.model.sync.Operation;
import cadran.model.sync.Row;
import cadran.server.db.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a batch of operations is about, locked up front, as the operations decided so far leave them. They
 * reach the database together, at the end or when a later operation needs to find them there.
 */
final class WorkingRows {
    /** One row: as the database has it, as it shall be, and its count of versions, which outlives it. */
    static final class Working {
        private @Nullable Row stored;
        private @Nullable Row now;
        private long version;
        private @Nullable UUID audience;
        private boolean changed;

        @Nullable
        Row now() {
            return now;
        }

        Row become(EntityType<?> type, @Nullable Row after) {
            version++;
            changed = true;
            var last = Objects.requireNonNull(after == null ? now : after, "only what is there can change");
            audience = last.audience();
            now = after == null ? null : after.atVersion(version);
            return last;
        }

        /** Puts back what is there now, whenever it is run. */
        Runnable undo() {
            var now = this.now;
            long version = this.version;
            var audience = this.audience;
            boolean changed = this.changed;
            return () -> {
                this.now = now;
                this.version = version;
                this.audience = audience;
                this.changed = changed;
            };
        }
    }

    private final EntityStore store;
    private final Tx tx;
    private final Map<EntityType<?>, Map<UUID, Working>> rows = new LinkedHashMap<>();
    private final Set<EntityType<?>> unwritten = new LinkedHashSet<>();

    WorkingRows(EntityStore store, Tx tx) {
        this.store = store;
        this.tx = tx;
    }

    /** Locks what exists, and learns where the versions of what was deleted ended. */
    void load(List<Operation> operations, Feed feed) {
        Schema.TYPES.forEach(type -> rows.put(type, new LinkedHashMap<>()));
        for (Operation operation : operations) {
            var intent = operation.intent();
            of(Schema.type(intent.entity())).computeIfAbsent(intent.rowId(), id -> new Working());
        }
        owners(operations)
                .forEach((type, ids) -> ids.forEach(id -> of(type).computeIfAbsent(id, absent -> new Working())));
        var made = new LinkedHashMap<UUID, Working>();
        rows.forEach((type, working) -> store.lock(tx, type, working.keySet()).forEach((id, row) -> {
            var one = Objects.requireNonNull(working.get(id));
            one.stored = row;
            one.now = row;
            one.version = row.version();
        }));
        for (Operation operation : operations) {
            if (operation.intent() instanceof Intent.Create create) {
                var one = get(Schema.type(create.entity()), create.rowId());
                if (one.stored == null) made.put(create.rowId(), one);
            }
        }
        feed.lastVersions(tx, made.keySet())
                .forEach((id, version) -> Objects.requireNonNull(made.get(id)).version = version);
    }

    /** What the rows are a part of: who changes a part and who changes the whole must not miss each other. */
    private Map<EntityType<?>, Set<UUID>> owners(List<Operation> operations) {
        var parts = new LinkedHashMap<EntityType<?>, Set<UUID>>();
        var owners = new LinkedHashMap<EntityType<?>, Set<UUID>>();
        for (Operation operation : operations) {
            var type = Schema.type(operation.intent().entity());
            if (type.owners().isEmpty()) continue;
            parts.computeIfAbsent(type, absent -> new LinkedHashSet<>())
                    .add(operation.intent().rowId());
            if (operation.intent() instanceof Intent.Create create) {
                type.owners()
                        .forEach(field ->
                                own(owners, type, field, create.values().get(field)));
            }
        }
        parts.forEach((type, ids) -> store.find(tx, type, ids)
                .values()
                .forEach(row -> type.owners().forEach(field -> own(owners, type, field, row.get(field)))));
        return owners;
    }

    private static void own(
            Map<EntityType<?>, Set<UUID>> owners, EntityType<?> type, String field, @Nullable Object owner) {
        if (owner instanceof UUID id) {
            owners.computeIfAbsent(References.target(type.field(field)), absent -> new LinkedHashSet<>())
                    .add(id);
        }
    }

    Working get(EntityType<?> type, UUID id) {
        return Objects.requireNonNull(of(type).get(id));
    }

    /** Null when the batch neither is about this row nor holds it. */
    @Nullable
    Working find(EntityType<?> type, UUID id) {
        return of(type).get(id);
    }

    private Map<UUID, Working> of(EntityType<?> type) {
        return Objects.requireNonNull(rows.get(type));
    }

    void change(EntityType<?> type, UUID id, @Nullable Row after) {
        get(type, id).become(type, after);
        unwritten.add(type);
    }

    /** Puts the rows of these operations back to how they are now; also when they were written since. */
    Runnable undo(List<Operation> operations) {
        var types = new LinkedHashSet<EntityType<?>>();
        var undone = new ArrayList<Runnable>();
        for (Operation operation : operations) {
            var type = Schema.type(operation.intent().entity());
            types.add(type);
            undone.add(get(type, operation.intent().rowId()).undo());
        }
        return () -> {
            undone.forEach(Runnable::run);
            unwritten.addAll(types);
        };
    }

    boolean isUnwritten(EntityType<?> type) {
        return unwritten.contains(type);
    }

    /** What is referred to is written before what refers to it, and deleted after it. */
    void write() {
        if (unwritten.isEmpty()) return;
        var types = Schema.TYPES.stream().filter(unwritten::contains).toList();
        for (EntityType<?> type : types) {
            var inserts = new ArrayList<Row>();
            var updates = new ArrayList<EntityStore.Step>();
            for (Working one : of(type).values()) {
                if (one.now == null || one.now.equals(one.stored)) continue;
                if (one.stored == null) {
                    inserts.add(one.now);
                } else {
                    updates.add(new EntityStore.Step(one.stored, one.now));
                }
            }
            store.insert(tx, type, inserts);
            store.update(tx, type, updates);
        }
        for (EntityType<?> type : types.reversed()) {
            var deletes = new ArrayList<Row>();
            for (Working one : of(type).values()) {
                if (one.now == null && one.stored != null) deletes.add(one.stored);
                one.stored = one.now;
            }
            store.delete(tx, type, deletes);
        }
        unwritten.clear();
    }

    List<Pointer> pointers() {
        var pointers = new ArrayList<Pointer>();
        rows.forEach((type, working) -> working.forEach((id, one) -> {
            if (one.changed) {
                pointers.add(new Pointer(
                        type.name(), id, one.version, one.now == null, Objects.requireNonNull(one.audience)));
            }
        }));
        return pointers;
    }
}
