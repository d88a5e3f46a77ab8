package cadran.model.views;

import cadran.model.organisations.Permission;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.MergeClass;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list as somebody likes to see it.
 *
 * @param ofList the type whose rows it lists
 * @param filterLine as it is typed
 * @param shownColumns names of fields in their order, parted by commas; the list's usual ones where there are none
 * @param sortedBy name of a field, with a minus in front where the greatest comes first
 * @param groupedBy name of a field; rows with the same value in it stand under one heading
 * @param rowHeight of the list's rows; the person's own where it says nothing
 * @param seenBy the organisation, a team, or the one person whose view it is
 */
public record SavedView(
        UUID id,
        String name,
        String ofList,
        @Nullable String filterLine,
        @Nullable String shownColumns,
        @Nullable String sortedBy,
        @Nullable String groupedBy,
        @Nullable RowHeight rowHeight,
        String seenBy) {
    public static final EntityType<SavedView> TYPE = EntityType.of("saved_view", "saved-views", SavedView.class)
            .fields(
                    Field.text("name", 100).mandatory(),
                    Field.text("ofList", 40).mandatory().merged(MergeClass.IDENTITY),
                    Field.text("filterLine", 1_000),
                    Field.text("shownColumns", 2_000),
                    Field.text("sortedBy", 41),
                    Field.text("groupedBy", 40),
                    Field.code("rowHeight", RowHeight.class),
                    Field.text("seenBy", 36).mandatory().merged(MergeClass.IDENTITY))
            .labelled("name")
            .writtenBy(Permission.INVENTORY_READ)
            .seenBy("seenBy", Permission.INVENTORY_WRITE)
            .build();
}
