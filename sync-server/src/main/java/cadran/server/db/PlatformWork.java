package cadran.server.db;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Like {@link TxWork}, on tables that belong to no organisation; on PostgreSQL it sees no row of any. */
@FunctionalInterface
public interface PlatformWork<T extends @Nullable Object> {
    T in(Handle handle);
}
