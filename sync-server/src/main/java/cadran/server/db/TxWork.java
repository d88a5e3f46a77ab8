package cadran.server.db;

import org.jspecify.annotations.Nullable;

/** What is done inside a transaction. It may run more than once, so it touches nothing but the database. */
@FunctionalInterface
public interface TxWork<T extends @Nullable Object> {
    T in(Tx tx);
}
