package cadran.desktop.simulation;

import org.jspecify.annotations.Nullable;

/** What a planted bug does to the statements of a machine. Without one: nothing. */
interface Tamper {
    Tamper NOTHING = new Tamper() {};

    /** The statement that is prepared instead. */
    default String sql(String where, String sql) {
        return sql;
    }

    /** The value that is bound instead. */
    default @Nullable Object bind(String where, String sql, int index, @Nullable Object value) {
        return value;
    }

    /** Whether the statement is said to be done and is not. Of a commit, the statement is "COMMIT". */
    default boolean skips(String where, String sql) {
        return false;
    }

    /** Told before each statement, with the raw connection. */
    default void before(String where, String sql, java.sql.Connection raw) throws java.sql.SQLException {}
}
