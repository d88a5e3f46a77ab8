package cadran.model.sync;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the rows are found that another one refers to. */
@FunctionalInterface
public interface RowLookup {
    @Nullable
    Row find(EntityType<?> type, UUID id);
}
