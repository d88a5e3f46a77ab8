package cadran.desktop.store;

import java.sql.SQLException;

/** A database file could not be read or written; not something a user did. */
public final class StoreException extends RuntimeException {
    public StoreException(SQLException cause) {
        super(cause);
    }
}
