package cadran.desktop.store;

import java.sql.SQLException;

/** What is done to the local copy inside one transaction. */
@FunctionalInterface
public interface CacheWork {
    void run(CacheTransaction transaction) throws SQLException;
}
