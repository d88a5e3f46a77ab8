package cadran.server.sync;

import cadran.server.db.Tx;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which day it is where an organisation is. */
public final class OrganisationDay {
    private OrganisationDay() {}

    public static LocalDate of(Tx tx, InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), zone(tx));
    }

    public static ZoneId zone(Tx tx) {
        var zone = tx.handle()
                .createQuery("select time_zone from organisation where id = :org")
                .bind("org", tx.organisation().value())
                .mapTo(String.class)
                .one();
        return ZoneId.of(zone);
    }
}
