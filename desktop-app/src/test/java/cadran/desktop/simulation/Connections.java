package cadran.desktop.simulation;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The pool of one server node: its connections are stepped, and all of them break when the node stops. */
final class Connections implements DataSource {
    interface Opening {
        Connection open() throws SQLException;
    }

    private final Opening opening;
    private final Machine machine;
    private final String name;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<Connection> all = new ArrayList<>();

    Connections(Opening opening, Machine machine, String name) {
        this.opening = opening;
        this.machine = machine;
        this.name = name;
    }

    @Override
    public Connection getConnection() throws SQLException {
        machine.mustLive();
        var raw = idle.poll();
        if (raw == null) {
            raw = opening.open();
            all.add(raw);
        }
        return SteppedConnection.wrap(raw, machine, name, this::giveBack);
    }

    private void giveBack(Connection raw) throws SQLException {
        if (!raw.getAutoCommit()) {
            raw.rollback();
            raw.setAutoCommit(true);
        }
        if (raw.isReadOnly()) {
            raw.setReadOnly(false);
        }
        raw.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        idle.push(raw);
    }

    /** The process is gone, so the database takes back what it had not committed. */
    void breakAll() {
        for (var raw : all) {
            try {
                // A server takes back what a closed connection left, but in its own time.
                if (!raw.getAutoCommit()) {
                    raw.rollback();
                }
                raw.close();
            } catch (SQLException gone) {
                machine.mustLive();
            }
        }
        all.clear();
        idle.clear();
    }

    /** The database is gone as well. */
    void forgetAll() {
        all.clear();
        idle.clear();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
