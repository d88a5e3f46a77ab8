package cadran.server.sync;

import cadran.model.sync.FieldKind;
import cadran.server.db.CollisionException;
import cadran.server.db.Tx;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plain JDBC for what moves a thousand rows at a time. */
final class Sql {
    /** Elements of an array parameter, and statements of a batch. */
    private static final int CHUNK = 1_000;

    private Sql() {}

    interface Binder<T> {
        void bind(PreparedStatement statement, T value) throws SQLException;
    }

    interface Reader {
        void row(ResultSet result) throws SQLException;
    }

    /** Asks for many things, a thousand at a time. */
    static <T> void query(Tx tx, String sql, Collection<T> values, Binder<List<T>> binder, Reader reader) {
        if (values.isEmpty()) return;
        var all = new ArrayList<>(values);
        try (var statement = tx.handle().getConnection().prepareStatement(sql)) {
            for (int from = 0; from < all.size(); from += CHUNK) {
                binder.bind(statement, all.subList(from, Math.min(from + CHUNK, all.size())));
                try (var result = statement.executeQuery()) {
                    while (result.next()) reader.row(result);
                }
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Writes many rows; each must be there to be written, or somebody else was faster. */
    static <T> void batch(Tx tx, String sql, Collection<T> values, Binder<T> binder) {
        if (values.isEmpty()) return;
        try (var statement = tx.handle().getConnection().prepareStatement(sql)) {
            int waiting = 0;
            for (T value : values) {
                binder.bind(statement, value);
                statement.addBatch();
                if (++waiting % CHUNK == 0) execute(statement);
            }
            if (waiting % CHUNK != 0) execute(statement);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static void execute(PreparedStatement statement) throws SQLException {
        for (int count : statement.executeBatch()) {
            if (count != 1 && count != Statement.SUCCESS_NO_INFO) {
                throw new CollisionException("a row is not as it was read");
            }
        }
    }

    /**
     * A broken constraint was checked before, so somebody else came between: everything is done again over what they
     * made of it, and then the check finds it.
     */
    private static RuntimeException failed(SQLException failure) {
        for (SQLException one = failure; one != null; one = one.getNextException()) {
            if (String.valueOf(one.getSQLState()).startsWith("23")) return new CollisionException(one);
        }
        return new IllegalStateException(failure);
    }

    static void bindIds(PreparedStatement statement, Tx tx, List<UUID> ids) throws SQLException {
        statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids.toArray()));
        statement.setObject(2, tx.organisation().value());
    }

    static void bind(PreparedStatement statement, int at, FieldKind kind, @Nullable Object value) throws SQLException {
        if (value != null) {
            statement.setObject(at, value);
            return;
        }
        statement.setNull(
                at,
                switch (kind) {
                    case TEXT, CODE, WORDS, CODES -> Types.VARCHAR;
                    case REFERENCE -> Types.OTHER;
                    case FLAG -> Types.BOOLEAN;
                    case DATE -> Types.DATE;
                    case DECIMAL -> Types.NUMERIC;
                });
    }

    static @Nullable Object read(FieldKind kind, ResultSet result, int at) throws SQLException {
        return switch (kind) {
            case TEXT, CODE, WORDS, CODES -> result.getString(at);
            case REFERENCE -> result.getObject(at, UUID.class);
            case FLAG -> {
                boolean flag = result.getBoolean(at);
                yield result.wasNull() ? null : (Boolean) flag;
            }
            case DATE -> result.getObject(at, LocalDate.class);
            case DECIMAL -> (@Nullable BigDecimal) result.getBigDecimal(at);
        };
    }
}
