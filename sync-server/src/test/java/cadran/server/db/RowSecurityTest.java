package cadran.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cadran.model.ids.OrganisationId;
import cadran.server.settings.WrongSettings;
import cadran.server.testing.DatabaseTest;
import cadran.server.testing.PostgresTest;
import java.util.List;
import java.util.UUID;

/** Row-level security through the pool, as a query that forgot its organisation would meet it. */
class RowSecurityTest {
    private final OrganisationId ours = new OrganisationId(UUID.randomUUID());
    private final OrganisationId theirs = new OrganisationId(UUID.randomUUID());

    private static void insert(Database db, OrganisationId organisation) {
        db.inOrganisation(organisation, tx -> insert(tx, organisation));
    }

    private static int insert(Tx tx, OrganisationId organisation) {
        return tx.handle()
                .createUpdate("insert into blob (org_id, sha256, size, media_type, created_at)"
                        + " values (:org, 'x', 1, 'text/plain', current_timestamp)")
                .bind("org", organisation.value())
                .execute();
    }

    private static List<UUID> everything(Tx tx) {
        return tx.handle()
                .createQuery("select org_id from blob")
                .mapTo(UUID.class)
                .list();
    }

    @PostgresTest
    void everyTableOfOrganisationsIsProtected(DatabaseSettings settings) {
        try (var db = Database.open(settings)) {
            assertEquals(List.of(), db.inPlatform(RowSecurity::unprotectedTables));
            long tables = db.inPlatform(
                    handle -> handle.createQuery("""
                            select count(*) from information_schema.columns
                            where column_name = 'org_id' and table_schema = current_schema()
                            """).mapTo(Long.class).one());
            assertTrue(tables >= 2);
        }
    }

    @PostgresTest
    void aQueryThatForgotTheOrganisationSeesItsOwnRowsOnly(DatabaseSettings settings) {
        try (var db = Database.open(settings)) {
            insert(db, ours);
            insert(db, theirs);
            assertEquals(List.of(ours.value()), db.inOrganisation(ours, RowSecurityTest::everything));
            assertEquals(List.of(theirs.value()), db.inSnapshot(theirs, RowSecurityTest::everything));
            long unnamed = db.inPlatform(handle -> handle.createQuery("select count(*) from blob")
                    .mapTo(Long.class)
                    .one());
            assertEquals(0, unnamed);
        }
    }

    @PostgresTest
    void aRowOfAnotherOrganisationCanNotBeWritten(DatabaseSettings settings) {
        try (var db = Database.open(settings)) {
            assertThrows(RuntimeException.class, () -> db.inOrganisation(ours, tx -> insert(tx, theirs)));
        }
    }

    @PostgresTest
    void theOrganisationIsForgottenWithItsTransaction(DatabaseSettings settings) {
        try (var db = Database.open(settings.withPool(1))) {
            insert(db, ours);
            long after = db.inPlatform(handle -> handle.createQuery("select count(*) from blob")
                    .mapTo(Long.class)
                    .one());
            assertEquals(0, after);
        }
    }

    @PostgresTest
    void aTableThatALaterMigrationAddsIsProtectedByTheNextStart(DatabaseSettings settings) throws Exception {
        Database.open(settings).close();
        asOwner(settings, "create table forgotten (org_id uuid not null, id uuid not null, primary key (org_id, id))");
        try (var db = Database.open(settings)) {
            assertEquals(List.of(), db.inPlatform(RowSecurity::unprotectedTables));
            asOwner(settings, "alter table forgotten no force row level security");
            assertEquals(List.of("forgotten"), db.inPlatform(RowSecurity::unprotectedTables));
        }
    }

    @PostgresTest
    void aRoleThatBypassesItStopsTheStart(DatabaseSettings settings) throws Exception {
        Database.open(settings).close();
        asOwner(settings, "alter role cadran_app bypassrls");
        try {
            var refused = assertThrows(WrongSettings.class, () -> Database.open(settings));
            assertTrue(String.valueOf(refused.getMessage()).contains("NOBYPASSRLS"));
        } finally {
            asOwner(settings, "alter role cadran_app nobypassrls");
        }
    }

    @DatabaseTest
    void theEndOfATransactionEndsItsOrganisationOnBoth(Database db) {
        insert(db, ours);
        assertEquals(0, (long) db.inOrganisation(
                theirs,
                tx -> tx.handle()
                        .createQuery("select count(*) from blob where org_id = :org")
                        .bind("org", theirs.value())
                        .mapTo(Long.class)
                        .one()));
    }

    private static void asOwner(DatabaseSettings settings, String sql) throws Exception {
        try (var connection =
                        java.sql.DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
