package cadran.server.sync;

import cadran.model.Schema;
import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.FieldKind;
import cadran.model.sync.Row;
import cadran.server.db.CollisionException;
import cadran.server.db.Tx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What rows refer to must be there, and what is referred to must stay. */
final class References {
    private record Target(EntityType<?> type, UUID id) {}

    private final EntityStore store;
    private final Tx tx;
    private final WorkingRows rows;
    private final Runnable write;
    /** Audience of rows outside this batch; empty for what doesn't exist. */
    private final Map<Target, Optional<UUID>> audiences = new HashMap<>();

    private final Set<Target> relied = new LinkedHashSet<>();
    private final Set<Target> deleted = new LinkedHashSet<>();

    References(EntityStore store, Tx tx, WorkingRows rows, Runnable write) {
        this.store = store;
        this.tx = tx;
        this.rows = rows;
        this.write = write;
    }

    static EntityType<?> target(Field field) {
        return Schema.type(Objects.requireNonNull(field.references()));
    }

    /** Asks the database once for what will probably be asked. */
    void expect(EntityType<?> type, Set<UUID> ids) {
        var found = store.audiences(tx, type, ids);
        ids.forEach(id -> audiences.put(new Target(type, id), Optional.ofNullable(found.get(id))));
    }

    /** What is wrong for its author with the references that are new in {@code after}, or null. */
    @Nullable
    Problem check(Author author, @Nullable Row before, Row after) {
        for (Field field : after.type().fields()) {
            if (field.kind() != FieldKind.REFERENCE) continue;
            var id = after.reference(field.name());
            if (id == null || (before != null && id.equals(before.reference(field.name())))) continue;
            var target = new Target(target(field), id);
            if (!isVisible(author, target)) {
                return Problem.of("reference.unknown")
                        .with("entity", target.type().name())
                        .at(field.name());
            }
            relied.add(target);
        }
        return null;
    }

    private boolean isVisible(Author author, Target target) {
        var working = rows.find(target.type(), target.id());
        if (working != null) {
            var row = working.now();
            return row != null && author.audiences().contains(row.audience());
        }
        var audience = audiences.computeIfAbsent(
                target,
                absent -> Optional.ofNullable(
                        store.audiences(tx, target.type(), Set.of(target.id())).get(target.id())));
        return audience.isPresent() && author.audiences().contains(audience.get());
    }

    /** Who still refers to the row, as a problem, or null. */
    @Nullable
    Problem checkUnreferenced(Row row) {
        var target = new Target(row.type(), row.id());
        var problem = referring(target);
        if (problem == null) deleted.add(target);
        return problem;
    }

    private @Nullable Problem referring(Target target) {
        for (Schema.Referrer referrer : Schema.referrersTo(target.type())) {
            if (rows.isUnwritten(referrer.type())) write.run();
            long count = store.countReferring(tx, referrer.type(), referrer.field(), target.id());
            if (count > 0) {
                return Problem.of("row.referenced")
                        .with("by", referrer.type().name())
                        .with("count", count);
            }
        }
        return null;
    }

    /**
     * Once more with the feed's lock held, when nobody else can write: H2's foreign keys don't see what another
     * transaction has not committed yet, so a row and the last thing it refers to can go and come at the same time.
     */
    void recheck() {
        var byType = new HashMap<EntityType<?>, Set<UUID>>();
        for (Target target : relied) {
            if (rows.find(target.type(), target.id()) == null) {
                byType.computeIfAbsent(target.type(), type -> new HashSet<>()).add(target.id());
            }
        }
        byType.forEach((type, ids) -> {
            if (store.audiences(tx, type, ids).size() < ids.size()) {
                throw new CollisionException("what a row refers to was deleted meanwhile");
            }
        });
        for (Target target : deleted) {
            var working = rows.find(target.type(), target.id());
            if ((working == null || working.now() == null) && referring(target) != null) {
                throw new CollisionException("a deleted row is referred to meanwhile");
            }
        }
    }
}
