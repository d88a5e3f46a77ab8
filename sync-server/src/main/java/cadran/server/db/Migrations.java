package cadran.server.db;

import cadran.server.settings.WrongSettings;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flyway as both databases use it: the same portable files, and on PostgreSQL its own beside them. */
final class Migrations {
    private static final Logger log = LoggerFactory.getLogger(Migrations.class);
    private static final String COMMON = "classpath:cadran/server/db/common";
    private static final String POSTGRES = "classpath:cadran/server/db/postgresql";

    private Migrations() {}

    static FluentConfiguration common() {
        return configure(COMMON);
    }

    static FluentConfiguration postgres() {
        return configure(COMMON, POSTGRES);
    }

    private static FluentConfiguration configure(String... locations) {
        return Flyway.configure()
                .locations(locations)
                .failOnMissingLocations(true)
                .placeholderReplacement(false)
                .cleanDisabled(true);
    }

    static void migrate(Flyway flyway) {
        requireNotNewer(flyway);
        var result = flyway.migrate();
        log.info(
                "Database schema {}: {} migrations applied, from {}",
                result.targetSchemaVersion == null ? "unchanged" : result.targetSchemaVersion,
                result.migrationsExecuted,
                result.initialSchemaVersion == null ? "nothing" : result.initialSchemaVersion);
    }

    /** A program that doesn't know the tables of its successor would write them wrongly. */
    private static void requireNotNewer(Flyway flyway) {
        for (var migration : flyway.info().applied()) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
                throw WrongSettings.of(
                        "CADRAN_DATA, CADRAN_DB_URL",
                        "the database was written by a newer version of Cadran: it has schema " + migration.getVersion()
                                + ", which this one does not know");
            }
        }
    }
}
