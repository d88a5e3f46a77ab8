package cadran.desktop.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What is done with a connection while it is borrowed. */
@FunctionalInterface
interface SqlWork<T extends @Nullable Object> {
    T run(Connection connection) throws SQLException;
}
