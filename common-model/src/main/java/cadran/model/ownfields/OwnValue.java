package cadran.model.ownfields;

import cadran.model.problem.Problem;
import cadran.model.sync.EntityType;
import cadran.model.sync.Field;
import cadran.model.sync.MergeClass;
import cadran.model.sync.Neighbours;
import cadran.model.sync.Row;
import cadran.model.sync.RowRules;
import cadran.model.sync.UniqueKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a number has in an own field; an empty one has no row. One of the three values is given, that of the field's kind, so
 * that databases and indexes compare numbers as numbers and days as days.
 *
 * @param textValue of a text, and the choice of a choice
 */
public record OwnValue(
        UUID id,
        UUID didId,
        UUID fieldId,
        @Nullable String textValue,
        @Nullable BigDecimal numberValue,
        @Nullable LocalDate dateValue) {
    /** Characters of a text. */
    static final int LONGEST = 500;

    public static final EntityType<OwnValue> TYPE = EntityType.of("own_value", "own-values", OwnValue.class)
            .fields(
                    Field.reference("didId", "did").mandatory().merged(MergeClass.IDENTITY),
                    Field.reference("fieldId", "own_field").mandatory().merged(MergeClass.IDENTITY),
                    // What a field means to the organisation nobody here knows: no value takes another's place unseen.
                    Field.text("textValue", LONGEST).merged(MergeClass.COMMERCIAL),
                    Field.decimal("numberValue", 4),
                    Field.date("dateValue").merged(MergeClass.COMMERCIAL))
            .partOf("didId", "fieldId")
            .identifiedBy("didId", "fieldId")
            .unique(UniqueKey.of("didId", "fieldId"))
            .labelled("textValue")
            .rules(new Rules())
            .build();

    /** Where a number has what it has in a field, also while that is nothing. */
    public static UUID place(UUID didId, UUID fieldId) {
        return Objects.requireNonNull(TYPE.placeOf(Map.of("didId", didId, "fieldId", fieldId)));
    }

    private static final class Rules implements RowRules {
        @Override
        public @Nullable Problem check(Row row) {
            long given = Stream.of("textValue", "numberValue", "dateValue")
                    .filter(field -> row.get(field) != null)
                    .count();
            return given == 1 ? null : Problem.of("own_value.one_value");
        }

        @Override
        public @Nullable Problem checkBeside(@Nullable Row before, Row after, Neighbours beside) {
            var field = beside.find(OwnField.TYPE, Objects.requireNonNull(after.reference("fieldId")));
            if (field == null) {
                return Problem.of("reference.unknown").at("fieldId");
            }
            var kind = OwnKind.valueOf(Objects.requireNonNull(field.text("kind")));
            if (after.get(kind.field()) == null) {
                return Problem.of("own_value.other_kind")
                        .with("field", field.label())
                        .with("kind", kind)
                        .at(kind.field());
            }
            var choice = after.text("textValue");
            boolean isNew = before == null || !Objects.equals(choice, before.text("textValue"));
            return kind == OwnKind.CHOICE
                            && isNew
                            && !Choices.of(field.text("choices")).contains(choice)
                    ? Problem.of("own_value.no_choice")
                            .with("field", field.label())
                            .with("choices", String.join(", ", Choices.of(field.text("choices"))))
                            .at("textValue")
                    : null;
        }
    }
}
