package cadran.server.db;

import cadran.server.settings.WrongSettings;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Refuses to run on a PostgreSQL whose row-level security would not hold. */
final class RowSecurity {
    private RowSecurity() {}

    static void require(Handle handle) {
        var role = handle.createQuery("select current_user").mapTo(String.class).one();
        boolean bypasses = handle.createQuery(
                        "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                .mapTo(Boolean.class)
                .one();
        if (bypasses) {
            throw WrongSettings.of(
                    "CADRAN_DB_URL",
                    "the database role " + role + " could bypass row-level security: ALTER ROLE " + role
                            + " NOSUPERUSER NOBYPASSRLS");
        }
        var open = unprotectedTables(handle);
        if (!open.isEmpty()) {
            throw new IllegalStateException("Tables without row-level security, or owned by " + role + ": " + open);
        }
    }

    /** Tables with an org_id that a role could read across organisations. */
    static List<String> unprotectedTables(Handle handle) {
        return handle.createQuery("""
                        select c.relname
                        from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
                        where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
                          and not (c.relrowsecurity and c.relforcerowsecurity
                            and pg_get_userbyid(c.relowner) <> current_user
                            and exists (select 1 from pg_policy p
                                        where p.polrelid = c.oid and p.polname = 'organisation'))
                        order by c.relname
                        """).mapTo(String.class).list();
    }
}
