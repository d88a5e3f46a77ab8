package cadran.model.sync;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows beside the one that is decided, as the edit has left them so far. */
public interface Neighbours {
    @Nullable
    Row find(EntityType<?> type, UUID id);

    /** The rows of a type whose field points to this one. */
    List<Row> pointingTo(EntityType<?> type, String field, UUID id);

    /**
     * The other rows of the row's type of which the stretch between two texts meets this one's; texts of another length
     * lie elsewhere.
     */
    List<Row> meeting(Row row, String first, String last);

    /** Where the organisation is. */
    LocalDate today();
}
