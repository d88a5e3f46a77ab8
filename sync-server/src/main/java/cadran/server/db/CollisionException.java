package cadran.server.db;

import java.sql.SQLException;

/** Another transaction came between a check and the write that relied on it; the {@link Database} runs the work again. */
public final class CollisionException extends RuntimeException {
    public CollisionException(String reason) {
        super(reason);
    }

    public CollisionException(SQLException cause) {
        super(cause);
    }
}
