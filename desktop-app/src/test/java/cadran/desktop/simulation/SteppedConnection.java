package cadran.desktop.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A connection whose statements and commits are steps of the simulation: at each, the machine may stop or another go on. */
final class SteppedConnection implements InvocationHandler {
    private static final int LABEL = 70;

    private final Connection raw;
    private final Machine machine;
    private final String where;
    private final Closing closing;

    interface Closing {
        void close(Connection raw) throws SQLException;
    }

    private SteppedConnection(Connection raw, Machine machine, String where, Closing closing) {
        this.raw = raw;
        this.machine = machine;
        this.where = where;
        this.closing = closing;
    }

    /** @param where what stands before the statements in the trace: the machine's database */
    static Connection wrap(Connection raw, Machine machine, String where, Closing closing) {
        return (Connection) Proxy.newProxyInstance(
                SteppedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new SteppedConnection(raw, machine, where, closing));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (name.equals("prepareStatement") || name.equals("createStatement")) {
            return statement(method, arguments);
        }
        if (name.equals("commit")) {
            return execute(new Statements(raw, "COMMIT"), method, arguments);
        }
        if (name.equals("close")) {
            if (!machine.isUnwinding()) {
                closing.close(raw);
            }
            return null;
        }
        machine.mustLive();
        return call(raw, method, arguments);
    }

    private Object statement(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        machine.mustLive();
        String sql = "";
        if (arguments != null && arguments.length > 0 && arguments[0] instanceof String text) {
            sql = text;
            arguments[0] = machine.tamper().sql(where, text);
        }
        var statement = java.util.Objects.requireNonNull(call(raw, method, arguments));
        var type = statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return Proxy.newProxyInstance(
                SteppedConnection.class.getClassLoader(), new Class<?>[] {type}, new Statements(statement, sql));
    }

    private @Nullable Object execute(Statements statement, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        machine.step(label(where, statement.sql));
        if (machine.tamper().skips(where, statement.sql)) {
            return nothing(method, statement);
        }
        machine.tamper().before(where, statement.sql, raw);
        try {
            return call(statement.real, method, arguments);
        } finally {
            machine.stopIfCut();
        }
    }

    private static String label(String where, String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return where + ": " + line.substring(0, Math.min(LABEL, line.length()));
    }

    private static @Nullable Object nothing(Method method, Statements statement) {
        if (method.getName().equals("executeBatch")) {
            var counts = new int[statement.batched];
            java.util.Arrays.fill(counts, 1);
            return counts;
        }
        if (method.getReturnType() == int.class) {
            return 1;
        }
        return method.getReturnType() == boolean.class ? false : null;
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private final class Statements implements InvocationHandler {
        private final Object real;
        private final String sql;
        private int batched;

        private Statements(Object real, String sql) {
            this.real = real;
            this.sql = sql;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            String name = method.getName();
            if (name.startsWith("execute")) {
                var statement = this;
                if (arguments != null && arguments.length > 0 && arguments[0] instanceof String text) {
                    statement = new Statements(real, text);
                    arguments[0] = machine.tamper().sql(where, text);
                }
                statement.batched = batched;
                batched = 0;
                return execute(statement, method, arguments);
            }
            if (name.equals("close") && machine.isUnwinding()) {
                return null;
            }
            machine.mustLive();
            if (name.equals("addBatch")) {
                batched++;
            } else if (name.startsWith("set") && arguments != null && arguments.length >= 2) {
                var value = machine.tamper()
                        .bind(where, sql, (Integer) java.util.Objects.requireNonNull(arguments[0]), arguments[1]);
                if (value == null && arguments[1] != null) {
                    ((PreparedStatement) real).setObject((Integer) arguments[0], null);
                    return null;
                }
                arguments[1] = value;
            }
            return call(real, method, arguments);
        }
    }
}
