package cadran.server.testing;

import cadran.model.ids.OrganisationId;
import cadran.server.db.Database;
import java.time.OffsetDateTime;

/** An organisation of a name and a place and nothing else, for tests of what it has. */
public final class FoundedOrganisation {
    private FoundedOrganisation() {}

    public static void in(Database database, OrganisationId organisation) {
        database.inPlatform(handle -> handle.createUpdate("""
                        insert into organisation (id, version, name, kind, time_zone, state, created_at)
                        values (:id, 1, 'Test', 'B2C', 'Europe/Paris', 'ACTIVE', :now)
                        """)
                .bind("id", organisation.value())
                .bind("now", OffsetDateTime.parse("2026-01-01T00:00:00Z"))
                .execute());
    }
}
