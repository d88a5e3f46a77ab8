package cadran.server.rest;

import cadran.model.sync.Row;
import cadran.server.db.Tx;
import cadran.server.sync.EntityStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pages of rows, in one query each. */
final class RowLists {
    private final EntityStore rows;

    RowLists(EntityStore rows) {
        this.rows = rows;
    }

    /** @param next where the page after this one begins, null if there is none */
    record Page(List<Row> rows, @Nullable Cursor next) {}

    Page page(Tx tx, ListQuery query, Set<UUID> audiences) {
        var statement = ListSql.of(query, isPostgres(tx));
        var found = tx.handle()
                .createQuery(rows.select(query.type()) + statement.sql())
                .bindMap(statement.binds())
                .bind("org", tx.organisation().value())
                .bindList("audiences", List.copyOf(audiences))
                .map((result, context) -> rows.read(query.type(), result))
                .list();
        if (found.size() <= query.limit()) {
            return new Page(found, null);
        }
        var page = found.subList(0, query.limit());
        return new Page(page, Cursor.behind(page.getLast(), query.sort()));
    }

    private static boolean isPostgres(Tx tx) {
        try {
            return tx.handle()
                    .getConnection()
                    .getMetaData()
                    .getDatabaseProductName()
                    .equals("PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
