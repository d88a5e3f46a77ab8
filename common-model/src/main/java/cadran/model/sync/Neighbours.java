package cadran.model.sync;

import cadran.model.organisations.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is beside the row that is decided: the other rows, as the edit has left them so far, the day, and who edits. */
public interface Neighbours {
    @Nullable
    Row find(EntityType<?> type, UUID id);

    /** The rows of a type whose field points to this one. */
    List<Row> pointingTo(EntityType<?> type, String field, UUID id);

    /** Whether any row of a type points to this one with its field. */
    default boolean isPointedTo(EntityType<?> type, String field, UUID id) {
        return isPointedTo(type, field, id, field, id);
    }

    /** Whether one of them has this in another field; there may be far too many to read them for that. */
    boolean isPointedTo(EntityType<?> type, String field, UUID id, String other, Object value);

    /**
     * The other rows of the row's type of which the stretch between two texts meets this one's; texts of another length
     * lie elsewhere.
     */
    List<Row> meeting(Row row, String first, String last);

    /** Where the organisation is. */
    LocalDate today();

    /** Whose edit it is; null for a program's and the server's own. */
    @Nullable
    UUID author();

    boolean mayAuthor(Permission permission);
}
