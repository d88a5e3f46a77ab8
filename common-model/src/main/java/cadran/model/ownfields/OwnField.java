package cadran.model.ownfields;

import cadran.model.organisations.Permission;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.MergeClass;
import cadran.model.sync.UniqueKey;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field that the organisation's numbers have beside those that every number has.
 *
 * @param choices what may be chosen, in that order, as {@link Choices} reads it
 * @param sortOrder where it stands among the others, the least first
 * @param active false for one that was retired: its values stay, and are not asked for any more
 */
public record OwnField(
        UUID id,
        String name,
        OwnKind kind,
        @Nullable String choices,
        @Nullable BigDecimal sortOrder,
        boolean active) {
    public static final EntityType<OwnField> TYPE = EntityType.of("own_field", "own-fields", OwnField.class)
            .fields(
                    Field.text("name", 40).mandatory(),
                    Field.code("kind", OwnKind.class).mandatory().merged(MergeClass.COMMERCIAL),
                    Field.text("choices", 2_000).merged(MergeClass.COMMERCIAL),
                    Field.decimal("sortOrder", 0).merged(MergeClass.DESCRIPTIVE),
                    Field.flag("active"))
            .unique(UniqueKey.of("name"))
            .labelled("name")
            .writtenBy(Permission.ORGANISATION_MANAGE)
            .rules(new OwnFieldRules())
            .build();
}
