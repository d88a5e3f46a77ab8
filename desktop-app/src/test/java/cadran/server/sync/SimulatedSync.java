package cadran.server.sync;

import cadran.model.ids.OrganisationId;
import cadran.model.ids.UuidV7;
import cadran.server.audit.AuditLog;
import cadran.server.db.Database;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Sync with pages of a few rows, so that every pull of a simulation has several. */
public final class SimulatedSync {
    private SimulatedSync() {}

    /** What the nightly job does, at a time of the caller's. */
    public static void compact(Database database, InstantSource clock, UuidV7 ids, OrganisationId organisation) {
        new Compaction(database, new Feed(clock, ids), clock).run(organisation);
    }

    public static Sync of(
            Database database,
            AuditLog audit,
            InstantSource clock,
            UuidV7 ids,
            int pageSize,
            Supplier<Signal> signals) {
        return new Sync(database, audit, clock, ids, pageSize, signals);
    }
}
