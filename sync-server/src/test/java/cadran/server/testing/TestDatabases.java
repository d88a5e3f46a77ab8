package cadran.server.testing;

import cadran.server.db.Database;
import cadran.server.db.DatabaseSettings;
import java.util.UUID;

/** Databases for tests that need one outside of {@link DatabaseTest}. */
public final class TestDatabases {
    private TestDatabases() {}

    /** Empty, in memory, gone with its last connection. */
    public static DatabaseSettings h2Settings() {
        return new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 8);
    }

    public static Database h2() {
        return Database.open(h2Settings());
    }
}
