package cadran.server.sync;

import cadran.model.organisations.Permission;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.Neighbours;
import cadran.model.sync.Row;
import cadran.server.db.CollisionException;
import cadran.server.db.Tx;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The organisation's rows for the rules that look beyond one, with what the batch has done to them. */
final class Surroundings {
    private final EntityStore store;
    private final Tx tx;
    private final WorkingRows rows;
    private final Runnable write;
    private final InstantSource clock;
    private final List<Apart> apart = new ArrayList<>();
    private @Nullable LocalDate today;

    /** A row that was found to meet no other. */
    private record Apart(Row row, Field first, Field last) {}

    Surroundings(EntityStore store, Tx tx, WorkingRows rows, Runnable write, InstantSource clock) {
        this.store = store;
        this.tx = tx;
        this.rows = rows;
        this.write = write;
        this.clock = clock;
    }

    /** As one author meets them. */
    Neighbours of(Author author) {
        return new Met(author);
    }

    /** Once more with the feed's lock held: what meets nothing must not meet what somebody else made meanwhile. */
    void recheck() {
        for (Apart one : apart) {
            var met = store.meeting(tx, one.row(), one.first(), one.last());
            // What this batch itself holds was decided with the others of the batch in sight.
            if (met.stream().anyMatch(row -> rows.find(row.type(), row.id()) == null)) {
                throw new CollisionException("what must lie apart meets meanwhile");
            }
        }
    }

    private final class Met implements Neighbours {
        private final Author author;

        private Met(Author author) {
            this.author = author;
        }

        @Override
        public @Nullable Row find(EntityType<?> type, UUID id) {
            var working = rows.find(type, id);
            return working == null ? store.find(tx, type, id) : working.now();
        }

        @Override
        public List<Row> pointingTo(EntityType<?> type, String field, UUID id) {
            if (rows.isUnwritten(type)) write.run();
            return store.pointingTo(tx, type, type.field(field), id);
        }

        @Override
        public boolean isPointedTo(EntityType<?> type, String field, UUID id, String other, Object value) {
            if (rows.isUnwritten(type)) write.run();
            return store.isPointedTo(tx, type, type.field(field), id, type.field(other), value);
        }

        @Override
        public List<Row> meeting(Row row, String first, String last) {
            var type = row.type();
            if (rows.isUnwritten(type)) write.run();
            var from = type.field(first);
            var to = type.field(last);
            var found = store.meeting(tx, row, from, to);
            if (found.isEmpty()) apart.add(new Apart(row, from, to));
            return found;
        }

        @Override
        public LocalDate today() {
            if (today == null) today = OrganisationDay.of(tx, clock);
            return today;
        }

        @Override
        public @Nullable UUID author() {
            return author.self();
        }

        @Override
        public boolean mayAuthor(Permission permission) {
            return author.may(permission);
        }
    }
}
