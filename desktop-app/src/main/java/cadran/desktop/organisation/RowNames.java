package cadran.desktop.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How rows are called in the local copy. */
@FunctionalInterface
public interface RowNames {
    /** Null for one that is gone, or for something else than a row. Reads from the disk. */
    @Nullable
    String of(String entity, UUID id);
}
