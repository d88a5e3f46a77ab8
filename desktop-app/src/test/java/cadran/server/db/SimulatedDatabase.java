package cadran.server.db;

import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** The real database doors over connections, a force and a pause that belong to a simulation: no pool and no threads. */
public final class SimulatedDatabase {
    private static final DatabaseSettings NOWHERE = DatabaseSettings.at("jdbc:h2:nowhere", "", "");

    private SimulatedDatabase() {}

    /** @param writers keeps all but one out */
    public static Database h2(DataSource connections, Lock writers, LongConsumer pause) {
        return new Database(new H2Engine(NOWHERE, writers, ownForce -> new Forced(connections)), connections, pause);
    }

    public static Database postgres(DataSource connections, LongConsumer pause) {
        return new Database(new PostgresEngine(NOWHERE), connections, pause);
    }

    private record Forced(DataSource connections) implements Forcing {
        @Override
        public void await() {
            try (var connection = connections.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void close() {}
    }
}
