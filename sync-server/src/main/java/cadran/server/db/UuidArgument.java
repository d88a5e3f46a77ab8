package cadran.server.db;

import java.sql.Types;
import java.util.UUID;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** An id that may be missing: PostgreSQL refuses the text null that Jdbi would send for it. */
final class UuidArgument extends AbstractArgumentFactory<UUID> {
    UuidArgument() {
        super(Types.OTHER);
    }

    @Override
    protected Argument build(UUID id, ConfigRegistry config) {
        return (position, statement, context) -> statement.setObject(position, id);
    }
}
