package cadran.desktop.kill;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Stands before the real drivers and passes on what goes to them, statement by statement. */
final class SteppedDriver implements Driver {
    private final List<Driver> real;
    private final Stop stop;

    private SteppedDriver(List<Driver> real, Stop stop) {
        this.real = real;
        this.stop = stop;
    }

    static void install(Stop stop) throws SQLException {
        var drivers = DriverManager.drivers().toList();
        for (var driver : drivers) {
            DriverManager.deregisterDriver(driver);
        }
        DriverManager.registerDriver(new SteppedDriver(drivers, stop));
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        for (var driver : real) {
            if (driver.acceptsURL(url)) {
                var connection = driver.connect(url, info);
                return connection == null ? null : proxy(Connection.class, new Connected(connection, stop));
            }
        }
        return null;
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        for (var driver : real) {
            if (driver.acceptsURL(url)) {
                return true;
            }
        }
        return false;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** Remembers what was written last, because a commit does not say what it commits. */
    private static final class Connected implements InvocationHandler {
        private final Connection connection;
        private final Stop stop;
        private String written = "";

        private Connected(Connection connection, Stop stop) {
            this.connection = connection;
            this.stop = stop;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("commit")) {
                var committed = "commit of " + written;
                written = "";
                stop.pass("before", committed);
                call(connection, method, arguments);
                stop.pass("after", committed);
                return null;
            }
            var result = call(connection, method, arguments);
            return switch (result) {
                case PreparedStatement statement
                when arguments != null ->
                    proxy(PreparedStatement.class, new Stated(statement, String.valueOf(arguments[0]), this));
                case Statement statement
                when !(statement instanceof PreparedStatement) ->
                    proxy(Statement.class, new Stated(statement, "", this));
                case null, default -> result;
            };
        }

        private void wrote(String sql) {
            if (sql.matches("(?is)\\s*(insert|update|merge|delete).*")) {
                written = sql;
            }
        }
    }

    private record Stated(Statement statement, String prepared, Connected connected) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            var sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String given
                    ? given
                    : prepared;
            connected.stop.pass("before", sql);
            var result = call(statement, method, arguments);
            connected.wrote(sql);
            connected.stop.pass("after", sql);
            return result;
        }
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
