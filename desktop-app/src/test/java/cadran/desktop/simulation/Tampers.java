package cadran.desktop.simulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Ways to tamper with statements. */
final class Tampers {
    private Tampers() {}

    /** Whatever contains the one text has the other in its place. */
    static Tamper rewriting(String text, String other) {
        return new Tamper() {
            @Override
            public String sql(String where, String sql) {
                return sql.replace(text, other);
            }
        };
    }

    static Tamper skipping(Predicate<String> statements) {
        return new Tamper() {
            @Override
            public boolean skips(String where, String sql) {
                return statements.test(sql);
            }
        };
    }

    /** Of one database only. */
    static Tamper in(String database, Tamper tamper) {
        return new Tamper() {
            @Override
            public boolean skips(String where, String sql) {
                return where.contains(database) && tamper.skips(where, sql);
            }
        };
    }

    static Tamper binding(String statement, int index, @Nullable Object value) {
        return new Tamper() {
            @Override
            public @Nullable Object bind(String where, String sql, int at, @Nullable Object given) {
                return sql.contains(statement) && at == index ? value : given;
            }
        };
    }

    /** Now and then a commit is answered and taken back. */
    static Tamper rollingBackEach(int commits) {
        return new Tamper() {
            private int count;

            @Override
            public void before(String where, String sql, Connection raw) throws SQLException {
                if (sql.equals("COMMIT") && ++count % commits == 0) {
                    raw.rollback();
                }
            }
        };
    }

    /** Once the cursor is written it is committed, before the rows that belong to it. */
    static Tamper committingTheCursorFirst() {
        return new Tamper() {
            private boolean written;

            @Override
            public void before(String where, String sql, Connection raw) throws SQLException {
                if (sql.contains("UPDATE sync_state")) {
                    written = true;
                } else if (written && where.contains("cache") && !sql.startsWith("SELECT")) {
                    written = false;
                    raw.commit();
                }
            }
        };
    }

    static Tamper both(Tamper one, Tamper other) {
        return new Tamper() {
            @Override
            public String sql(String where, String sql) {
                return other.sql(where, one.sql(where, sql));
            }

            @Override
            public boolean skips(String where, String sql) {
                return one.skips(where, sql) || other.skips(where, sql);
            }
        };
    }
}
